package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is broken, as one proxy meets it. Implementations are immutable and compare by value. */
public interface EndpointConditions {
    /** Nothing is broken. */
    EndpointConditions HEALTHY = endpoint -> false;

    /**
     * {@return whether outlier detection of the asking proxy has ejected this endpoint, or it is known to be down}
     *
     * @param endpoint an endpoint as sent to the proxy
     */
    boolean isUnhealthy(LbEndpoint endpoint);

    /**
     * {@return how long the asking proxy has had an endpoint; empty: so long that it does not matter}
     *
     * @param endpoint an endpoint as sent to the proxy
     */
    default Optional<Duration> age(LbEndpoint endpoint) {
        return Optional.empty();
    }

    /**
     * {@return the endpoints of a cluster that its load balancer treats as unhealthy}
     *
     * @param cluster the cluster
     * @param endpoints its endpoints in the order sent, each address once
     */
    default List<LbEndpoint> unhealthy(Cluster cluster, List<LbEndpoint> endpoints) {
        return endpoints.stream().filter(this::isUnhealthy).toList();
    }
}
