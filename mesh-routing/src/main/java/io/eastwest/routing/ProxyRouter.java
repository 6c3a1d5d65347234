package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.EnvoyProxy;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.proxy.TraceSink;
import io.eastwest.routing.view.MeshProxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One proxy of a mesh, asked alone: one leg of a call. Thread-safe. */
public final class ProxyRouter {
    private final String id;
    private final ControlPlane controlPlane;
    private final Map<MeshProxy.Kind, EnvoyProxy> proxies = new ConcurrentHashMap<>();

    ProxyRouter(String id, ControlPlane controlPlane) {
        this.id = id;
        this.controlPlane = controlPlane;
    }

    /** {@return the pod, {@code <cluster>/<namespace>/<pod>}} */
    public String id() {
        return id;
    }

    /**
     * What the sidecar does with a connection that its application opens.
     *
     * @param connection the connection
     * @param request the HTTP request; empty for TCP
     * @param conditions what is broken, as this proxy meets it
     * @param trace takes the steps of the decision
     * @return the answer
     */
    public ProxyAnswer outbound(
            Connection connection, Optional<HttpRequest> request, EndpointConditions conditions, TraceSink trace) {
        return sidecar().answer(ProxyLeg.OUTBOUND, connection, request, conditions, trace);
    }

    /**
     * What the sidecar does with a connection that arrives at its application.
     *
     * @param connection the connection; its destination port is the container port
     * @param request the HTTP request; empty for TCP
     * @param conditions what is broken, as this proxy meets it
     * @param trace takes the steps of the decision
     * @return the answer
     */
    public ProxyAnswer inbound(
            Connection connection, Optional<HttpRequest> request, EndpointConditions conditions, TraceSink trace) {
        return sidecar().answer(ProxyLeg.INBOUND, connection, request, conditions, trace);
    }

    /**
     * What a gateway does with a connection that arrives at it.
     *
     * @param connection the connection; its destination port is the container port
     * @param request the HTTP request; empty for TCP
     * @param conditions what is broken, as this proxy meets it
     * @param trace takes the steps of the decision
     * @return the answer
     */
    public ProxyAnswer gateway(
            Connection connection, Optional<HttpRequest> request, EndpointConditions conditions, TraceSink trace) {
        return proxy(MeshProxy.Kind.ROUTER).answer(ProxyLeg.GATEWAY, connection, request, conditions, trace);
    }

    private EnvoyProxy sidecar() {
        return proxy(MeshProxy.Kind.SIDECAR);
    }

    private EnvoyProxy proxy(MeshProxy.Kind kind) {
        return proxies.computeIfAbsent(
                kind, key -> EnvoyProxy.of(controlPlane.resources(id, key), controlPlane.memory()));
    }
}
