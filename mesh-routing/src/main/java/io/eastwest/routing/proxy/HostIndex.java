package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of a cluster, each name by which Envoy knows it once; few of them are looked through, many are indexed. Immutable. */
final class HostIndex {
    private static final int FEW = 16;
    private static final String INNER_TUNNEL = "envoy://inner_connect_originate/";
    private static final String TUNNEL = "envoy://connect_originate/";

    private final List<LbEndpoint> endpoints;
    private final Map<String, LbEndpoint> byName;

    HostIndex(Cluster cluster) {
        Map<String, LbEndpoint> all = new LinkedHashMap<>();
        cluster.assignment()
                .forEach(group -> group.endpoints().forEach(endpoint -> all.putIfAbsent(name(endpoint), endpoint)));
        endpoints = Collections.unmodifiableList(new ArrayList<>(all.values()));
        byName = all.size() > FEW ? all : Collections.emptyMap();
    }

    /** {@return the name by which Envoy knows an endpoint: that of an internal listener for one behind a tunnel} */
    static String name(LbEndpoint endpoint) {
        if (!endpoint.tunnel()) {
            return endpoint.address();
        }
        return (endpoint.gateway().isPresent() ? INNER_TUNNEL : TUNNEL) + endpoint.address();
    }

    /** {@return all endpoints in the order sent} */
    List<LbEndpoint> all() {
        return endpoints;
    }

    Optional<LbEndpoint> find(String name) {
        if (!byName.isEmpty()) {
            return Optional.ofNullable(byName.get(name));
        }
        for (LbEndpoint endpoint : endpoints) {
            if (isNamed(endpoint, name)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(LbEndpoint endpoint, String name) {
        return endpoint.tunnel() ? name.equals(name(endpoint)) : name.equals(endpoint.address());
    }
}
