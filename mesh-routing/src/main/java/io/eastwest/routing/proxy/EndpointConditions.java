package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.LbEndpoint;

/** What is broken, as one proxy meets it. Implementations are immutable and compare by value. */
public interface EndpointConditions {
    /** Nothing is broken. */
    EndpointConditions HEALTHY = endpoint -> false;

    /** {@return whether outlier detection of the asking proxy has ejected this endpoint, or it is known to be down} */
    boolean isUnhealthy(LbEndpoint endpoint);
}
