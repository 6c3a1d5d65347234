package io.eastwest.routing.question;

import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The namespaces whose AuthorizationPolicies may meet a call: of all endpoints that its routes may choose, of the proxies on its
 * ways, of gateways and waypoints, and the root namespaces.
 */
final class PolicyNamespaces {
    private static final String MANAGED = "gateway.istio.io/managed";

    private final MeshRouter router;
    private final Set<String> always = new TreeSet<>();
    private final Set<String> all = new TreeSet<>();
    private final Map<String, Optional<Set<String>>> byHost = new LinkedHashMap<>();

    PolicyNamespaces(MeshRouter router, MeshPods pods) {
        this.router = router;
        router.snapshot()
                .clusters()
                .forEach(cluster -> always.add(router.view(cluster).rootNamespace()));
        pods.all().forEach(pod -> {
            all.add(pod.namespace());
            if (pods.gateways().contains(MeshPods.id(pod)) || pod.labels().containsKey(MANAGED)) {
                always.add(pod.namespace());
            }
        });
        all.addAll(always);
    }

    /**
     * {@return the namespaces}
     *
     * @param decision the decision of one of the calls
     * @param routes the routes that calls may take
     */
    Set<String> of(String host, Decision decision, Iterable<ProxyRoute> routes) {
        Set<String> found = new TreeSet<>(always);
        for (ProxyRoute route : routes) {
            if (route.action() instanceof ForwardAction forward) {
                for (WeightedCluster cluster : forward.clusters()) {
                    Optional<Set<String>> some =
                            ofHost(SubsetKey.parse(cluster.cluster()).host());
                    if (some.isEmpty()) {
                        return all;
                    }
                    found.addAll(some.get());
                }
            }
        }
        Optional<Set<String>> ofTheHost = ofHost(host);
        if (ofTheHost.isEmpty() && !routes.iterator().hasNext()) {
            return all;
        }
        ofTheHost.ifPresent(found::addAll);
        decision.endpoints().forEach(target -> target.hops().forEach(hop -> add(hop.proxy(), found)));
        decision.firstLeg()
                .endpoints()
                .forEach(target -> target.endpoint().owner().ifPresent(owner -> add(owner, found)));
        return found;
    }

    /** {@return namespaces of the endpoints of a host; empty: not a service of the mesh} */
    private Optional<Set<String>> ofHost(String host) {
        return byHost.computeIfAbsent(host, this::find);
    }

    private Optional<Set<String>> find(String host) {
        Set<String> found = new TreeSet<>();
        boolean known = false;
        for (String cluster : router.snapshot().clusters()) {
            for (MeshService service : router.view(cluster).servicesByHostname(host)) {
                known = true;
                for (ServiceEndpoint endpoint : router.view(cluster).endpoints(service)) {
                    endpoint.owner().ifPresent(owner -> add(owner, found));
                }
            }
        }
        return known ? Optional.of(found) : Optional.empty();
    }

    private static void add(String owner, Set<String> namespaces) {
        String[] parts = owner.split("/", -1);
        if (parts.length == 3) {
            namespaces.add(parts[1]);
        }
    }
}
