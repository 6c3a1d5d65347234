package io.eastwest.routing;

import io.eastwest.routing.cluster.ClusterFactory;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.shared.SharedValues;
import java.util.List;
import java.util.Optional;

/** What one control plane has made for its proxies, each kept once for all that get the same. Bounded; thread-safe. */
final class SharedResources {
    /** In filter chains. */
    private static final int LISTENERS = 10_000;

    /** In routes. */
    private static final int ROUTES = 200_000;

    /** In endpoints. */
    private static final int CLUSTERS = 60_000;

    private final SharedValues<List<ProxyListener>> outbound =
            new SharedValues<>(LISTENERS, SharedResources::filterChains);
    private final SharedValues<List<ProxyListener>> inbound =
            new SharedValues<>(LISTENERS, SharedResources::filterChains);
    private final SharedValues<Optional<RouteConfiguration>> routes =
            new SharedValues<>(ROUTES, SharedResources::routes);
    private final SharedValues<Optional<Cluster>> clusters = new SharedValues<>(CLUSTERS, SharedResources::endpoints);

    SharedValues<List<ProxyListener>> outbound() {
        return outbound;
    }

    SharedValues<List<ProxyListener>> inbound() {
        return inbound;
    }

    SharedValues<Optional<RouteConfiguration>> routeConfigurations() {
        return routes;
    }

    /** {@return a cluster of a proxy; empty: it has none of this name} */
    Optional<Cluster> cluster(String name, ProxyScope scope, ClusterInputs inputs) {
        return clusters.get(name, scope, each -> ClusterFactory.of(each, inputs).cluster(name));
    }

    SharedValues<Optional<Cluster>> clusters() {
        return clusters;
    }

    private static int filterChains(List<ProxyListener> listeners) {
        return listeners.stream()
                .mapToInt(listener -> listener.filterChains().size())
                .sum();
    }

    private static int routes(Optional<RouteConfiguration> configuration) {
        return configuration.stream()
                .flatMap(each -> each.virtualHosts().stream())
                .mapToInt(host -> host.routes().size())
                .sum();
    }

    private static int endpoints(Optional<Cluster> cluster) {
        return 1
                + cluster.stream()
                        .flatMap(each -> each.assignment().stream())
                        .mapToInt(group -> group.endpoints().size())
                        .sum();
    }
}
