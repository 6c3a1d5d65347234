package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.RetryRule;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.match.RouteTable;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Route configurations and clusters as they were compiled, so that proxies that receive the same objects compile them once. It
 * forgets everything when it has grown too large. Thread-safe.
 */
public final class ProxyMemory {
    private static final int LIMIT = 100_000;

    private final ConcurrentHashMap<Identity, RouteTable> tables = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Identity, ClusterBalance> balances = new ConcurrentHashMap<>();

    private ProxyMemory() {}

    /** {@return a memory that knows nothing yet} */
    public static ProxyMemory empty() {
        return new ProxyMemory();
    }

    /** One object, whatever it says: comparing configurations by value would cost more than compiling them. */
    private static final class Identity {
        private final Object object;

        private Identity(Object object) {
            this.object = object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && identity.object == object;
        }
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

    RouteTable table(RouteConfiguration configuration) {
        trim(tables);
        return tables.computeIfAbsent(new Identity(configuration), key -> RouteTable.of(configuration));
    }

    ClusterBalance balance(Cluster cluster) {
        trim(balances);
        return balances.computeIfAbsent(new Identity(cluster), key -> new ClusterBalance(cluster));
    }

    private static void trim(ConcurrentHashMap<Identity, ?> map) {
        if (map.size() > LIMIT) {
            map.clear();
        }
    }
}
