package io.eastwest.routing;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.EnvoyProxy;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.proxy.TraceSink;
import io.eastwest.routing.view.MeshProxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One proxy of a mesh, asked alone: one leg of a call. Thread-safe. */
public final class ProxyRouter {
    private final String id;
    private final ControlPlane controlPlane;
    private final boolean strict;
    private final Map<MeshProxy.Kind, Compiled> proxies;

    /** One kind of proxy that the pod may run. */
    private record Compiled(MeshProxy proxy, EnvoyProxy envoy) {}

    private ProxyRouter(String id, ControlPlane controlPlane, boolean strict, Map<MeshProxy.Kind, Compiled> proxies) {
        this.id = id;
        this.controlPlane = controlPlane;
        this.strict = strict;
        this.proxies = proxies;
    }

    ProxyRouter(String id, ControlPlane controlPlane) {
        this(id, controlPlane, false, new ConcurrentHashMap<>());
    }

    /** {@return the same proxy, which refuses calls that something unmodelled may change} */
    ProxyRouter strict() {
        return strict ? this : new ProxyRouter(id, controlPlane, true, proxies);
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
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the answer
     */
    public ProxyAnswer outbound(
            Connection connection, Optional<HttpRequest> request, EndpointConditions conditions, TraceSink trace) {
        return answer(MeshProxy.Kind.SIDECAR, ProxyLeg.OUTBOUND, connection, request, conditions, trace);
    }

    /**
     * What the sidecar does with a connection that arrives at its application.
     *
     * @param connection the connection; its destination port is the container port
     * @param request the HTTP request; empty for TCP
     * @param conditions what is broken, as this proxy meets it
     * @param trace takes the steps of the decision
     * @return the answer
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the answer
     */
    public ProxyAnswer inbound(
            Connection connection, Optional<HttpRequest> request, EndpointConditions conditions, TraceSink trace) {
        return answer(MeshProxy.Kind.SIDECAR, ProxyLeg.INBOUND, connection, request, conditions, trace);
    }

    /**
     * What a gateway does with a connection that arrives at it.
     *
     * @param connection the connection; its destination port is the container port
     * @param request the HTTP request; empty for TCP
     * @param conditions what is broken, as this proxy meets it
     * @param trace takes the steps of the decision
     * @return the answer
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the answer
     */
    public ProxyAnswer gateway(
            Connection connection, Optional<HttpRequest> request, EndpointConditions conditions, TraceSink trace) {
        return answer(MeshProxy.Kind.ROUTER, ProxyLeg.GATEWAY, connection, request, conditions, trace);
    }

    private ProxyAnswer answer(
            MeshProxy.Kind kind,
            ProxyLeg leg,
            Connection connection,
            Optional<HttpRequest> request,
            EndpointConditions conditions,
            TraceSink trace) {
        Compiled compiled = proxies.computeIfAbsent(kind, this::compile);
        ProxyAnswer answer = compiled.envoy().answer(leg, connection, request, conditions, trace);
        ProxyAnswer whole = controlPlane.unmodelled().complete(compiled.proxy(), leg, connection, answer);
        if (strict && !whole.notModelled().isEmpty()) {
            throw new UnsupportedFeatureException(
                    whole.notModelled().stream().map(NotModelled::toText).collect(Collectors.joining("; ")));
        }
        return whole;
    }

    private Compiled compile(MeshProxy.Kind kind) {
        MeshProxy proxy = controlPlane.proxy(id, kind);
        return new Compiled(proxy, EnvoyProxy.of(controlPlane.resources(proxy), controlPlane.memory()));
    }
}
