package io.eastwest.routing.envoy;

import io.eastwest.routing.trace.TraceSink;
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

    /**
     * Tells how a cluster came to be, or why there is none, by making it once more; nothing where the makers do not tell.
     *
     * @param name its name
     * @param trace takes the steps
     */
    default void traceCluster(String name, TraceSink trace) {}

    /**
     * Tells which rules a route configuration has for some hosts, and why not others, by making it once more; nothing where the
     * makers do not tell.
     *
     * @param name its name
     * @param hosts the hosts in lower case
     * @param trace takes the steps
     */
    default void traceRoutes(String name, List<String> hosts, TraceSink trace) {}

    /**
     * Tells which rules there are for connections that carry no plaintext HTTP to an address, and why not others, by making their
     * filter chains once more; nothing where the makers do not tell.
     *
     * @param address address that is dialled
     * @param port port that is dialled
     * @param trace takes the steps
     */
    default void traceChains(String address, int port, TraceSink trace) {}

    /**
     * Tells what decides how connections that arrive may be secured; nothing where the makers do not tell.
     *
     * @param port container port
     * @param trace takes the steps
     */
    default void traceInbound(int port, TraceSink trace) {}
}
