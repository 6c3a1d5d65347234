package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.RetryRule;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.match.RouteTable;
import java.util.List;
import java.util.OptionalLong;

/**
 * Listeners, route configurations and clusters as they were compiled, so that proxies that receive the same objects compile them once.
 * Each kind is bounded by weight: beyond that it is forgotten and compiled again when it is asked for. Thread-safe.
 */
public final class ProxyMemory {
    /** In filter chains. */
    private static final int LISTENERS = 10_000;

    /** In routes. */
    private static final int ROUTES = 200_000;

    /** In endpoints. */
    private static final int CLUSTERS = 60_000;

    private final CompiledObjects<ListenerTable> listeners = new CompiledObjects<>(LISTENERS);
    private final CompiledObjects<RouteTable> tables = new CompiledObjects<>(ROUTES);
    private final CompiledObjects<ClusterBalance> balances = new CompiledObjects<>(CLUSTERS);

    private ProxyMemory() {}

    /** {@return a memory that knows nothing yet} */
    public static ProxyMemory empty() {
        return new ProxyMemory();
    }

    /**
     * {@return where a try goes}
     *
     * @param cluster the cluster, as a proxy received it
     * @param conditions what is broken, as that proxy meets it
     * @param hash hash of the request; empty: none
     * @param rule what a retry does differently
     * @param attempted endpoints that were tried, in order; none: the first try
     */
    public EndpointDraw draw(
            Cluster cluster,
            EndpointConditions conditions,
            OptionalLong hash,
            RetryRule rule,
            List<LbEndpoint> attempted) {
        return balance(cluster).retry(conditions, hash, rule, attempted);
    }

    ListenerTable listeners(List<ProxyListener> received, int capturePort) {
        return listeners.of(
                received,
                () -> new ListenerTable(received, capturePort),
                () -> received.stream()
                        .mapToInt(listener -> listener.filterChains().size())
                        .sum());
    }

    RouteTable table(RouteConfiguration configuration) {
        return tables.of(
                configuration,
                () -> RouteTable.of(configuration),
                () -> configuration.virtualHosts().stream()
                        .mapToInt(host -> host.routes().size())
                        .sum());
    }

    ClusterBalance balance(Cluster cluster) {
        return balances.of(
                cluster,
                () -> new ClusterBalance(cluster),
                () -> cluster.assignment().stream()
                        .mapToInt(group -> group.endpoints().size())
                        .sum());
    }
}
