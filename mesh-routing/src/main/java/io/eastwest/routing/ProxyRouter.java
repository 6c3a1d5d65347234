package io.eastwest.routing;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.EnvoyProxy;
import io.eastwest.routing.proxy.ExternalAuthorizer;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.proxy.RequestObserver;
import io.eastwest.routing.proxy.RouteChoices;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.MeshProxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One proxy of a mesh, asked alone: one leg of a call. Thread-safe. */
public final class ProxyRouter {
    private final String id;
    private final ControlPlane controlPlane;
    private final ExternalAuthorizer authorizer;
    private final boolean strict;
    private final Map<MeshProxy.Kind, Compiled> proxies;
    private volatile @Nullable Compiled tunnelled;

    /** One kind of proxy that the pod may run. */
    private record Compiled(MeshProxy proxy, EnvoyProxy envoy) {}

    private ProxyRouter(
            String id,
            ControlPlane controlPlane,
            ExternalAuthorizer authorizer,
            boolean strict,
            Map<MeshProxy.Kind, Compiled> proxies) {
        this.id = id;
        this.authorizer = authorizer;
        this.controlPlane = controlPlane;
        this.strict = strict;
        this.proxies = proxies;
    }

    ProxyRouter(String id, ControlPlane controlPlane, ExternalAuthorizer authorizer) {
        this(id, controlPlane, authorizer, false, new ConcurrentHashMap<>());
    }

    /** {@return the same proxy, which refuses calls that something unmodelled may change} */
    ProxyRouter strict() {
        return strict ? this : new ProxyRouter(id, controlPlane, authorizer, true, proxies);
    }

    /** {@return the pod, {@code <cluster>/<namespace>/<pod>}} */
    public String id() {
        return id;
    }

    /** {@return how requests of one kind choose a route: outbound at a sidecar, or at a gateway} */
    RouteChoices choices(ProxyLeg leg, Connection connection, Optional<HttpRequest> request) {
        MeshProxy.Kind kind = leg == ProxyLeg.GATEWAY ? MeshProxy.Kind.ROUTER : MeshProxy.Kind.SIDECAR;
        return proxies.computeIfAbsent(kind, this::compile).envoy().choices(leg, connection, request);
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

    /**
     * What a waypoint does with a connection that comes out of a tunnel.
     *
     * @param connection the connection; its destination is what the tunnel was asked to reach, its peer the client of the
     *     tunnel
     * @param request the HTTP request; empty for TCP
     * @param conditions what is broken, as this proxy meets it
     * @param trace takes the steps of the decision
     * @return the answer
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the answer
     */
    public ProxyAnswer waypoint(
            Connection connection, Optional<HttpRequest> request, EndpointConditions conditions, TraceSink trace) {
        return refusal(connection)
                .orElseGet(() ->
                        answer(MeshProxy.Kind.WAYPOINT, ProxyLeg.INBOUND, connection, request, conditions, trace));
    }

    /**
     * What a sidecar does with a connection that comes out of a tunnel (HBONE).
     *
     * @param connection the connection; its destination is what the tunnel was asked to reach, its peer the client of the
     *     tunnel
     * @param request the HTTP request; empty for TCP
     * @param conditions what is broken, as this proxy meets it
     * @param trace takes the steps of the decision
     * @return the answer
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the answer
     */
    public ProxyAnswer tunnelled(
            Connection connection, Optional<HttpRequest> request, EndpointConditions conditions, TraceSink trace) {
        return refusal(connection)
                .orElseGet(() -> answer(fromTunnels(), ProxyLeg.INBOUND, connection, request, conditions, trace));
    }

    /**
     * What the control plane sends to this proxy.
     *
     * @param leg {@link ProxyLeg#GATEWAY} for what it is sent as a gateway, any other for what it is sent as a sidecar
     * @return listeners, routes and clusters
     */
    public ProxyResources resources(ProxyLeg leg) {
        MeshProxy.Kind kind = leg == ProxyLeg.GATEWAY ? MeshProxy.Kind.ROUTER : MeshProxy.Kind.SIDECAR;
        return controlPlane.resources(controlPlane.proxy(id, kind));
    }

    /** {@return that the certificate of a tunnel's client is not accepted; empty: it is} */
    private Optional<ProxyAnswer> refusal(Connection connection) {
        Optional<Peer> peer = connection.peer();
        if (peer.filter(each -> controlPlane.trustDomains().contains(each.trustDomain()))
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(ProxyAnswer.builder()
                .addOutcome(Outcome.builder()
                        .kind(Outcome.Kind.REFUSED)
                        .share(Share.ONE)
                        .reason(Reason.TLS_HANDSHAKE_FAILED)
                        .detail(peer.isEmpty() ? "PEER_DID_NOT_RETURN_A_CERTIFICATE" : "CERTIFICATE_VERIFY_FAILED")
                        .closed(true)
                        .build())
                .build());
    }

    private ProxyAnswer answer(
            MeshProxy.Kind kind,
            ProxyLeg leg,
            Connection connection,
            Optional<HttpRequest> request,
            EndpointConditions conditions,
            TraceSink trace) {
        return answer(proxies.computeIfAbsent(kind, this::compile), leg, connection, request, conditions, trace);
    }

    private ProxyAnswer answer(
            Compiled compiled,
            ProxyLeg leg,
            Connection connection,
            Optional<HttpRequest> request,
            EndpointConditions conditions,
            TraceSink trace) {
        ProxyAnswer answer = compiled.envoy().answer(leg, connection, request, conditions, trace);
        ProxyAnswer whole = controlPlane.unmodelled().complete(compiled.proxy(), leg, connection, answer);
        if (trace instanceof RequestObserver observer) {
            observer.answered(id, whole);
        }
        if (strict && !whole.notModelled().isEmpty()) {
            throw new UnsupportedFeatureException(
                    whole.notModelled().stream().map(NotModelled::toText).collect(Collectors.joining("; ")));
        }
        return whole;
    }

    private Compiled compile(MeshProxy.Kind kind) {
        MeshProxy proxy = controlPlane.proxy(id, kind);
        return new Compiled(proxy, EnvoyProxy.of(controlPlane.resources(proxy), controlPlane.memory(), authorizer));
    }

    private Compiled fromTunnels() {
        Compiled known = tunnelled;
        if (known == null) {
            MeshProxy proxy = controlPlane.proxy(id, MeshProxy.Kind.SIDECAR);
            known = new Compiled(
                    proxy, EnvoyProxy.of(controlPlane.tunnelled(proxy), controlPlane.memory(), authorizer));
            tunnelled = known;
        }
        return known;
    }
}
