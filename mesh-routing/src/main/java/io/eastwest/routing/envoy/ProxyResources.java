package io.eastwest.routing.envoy;

import java.util.List;
import java.util.Optional;

/**
 * All that one proxy has received from its control plane. Implementations are immutable and thread-safe; parts may be
 * compiled on first use.
 */
public interface ProxyResources {
    /** {@return the listeners for connections that the workload opens, or, at a gateway, that clients open} */
    List<ProxyListener> outboundListeners();

    /** {@return the listeners for connections that arrive at the workload of a sidecar; empty at a gateway} */
    List<ProxyListener> inboundListeners();

    /**
     * {@return the route configuration of this name; empty when the control plane sends none}
     *
     * @param name its name, as a listener or route gives it
     */
    Optional<RouteConfiguration> routeConfiguration(String name);

    /**
     * {@return the cluster of this name; empty when it does not exist (a request to it ends as NC)}
     *
     * @param name its name, as a listener or route gives it
     */
    Optional<Cluster> cluster(String name);
}
