package io.eastwest.routing;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.NetworkAddress;
import io.eastwest.routing.ambient.Waypoint;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;

/**
 * A call through an east-west gateway of ambient mode: the outer of two tunnels ends there, the inner one is passed on to an
 * endpoint or the waypoint of the service. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/listener_waypoint.go:buildWaypointInternal} for such a gateway.
 */
final class EastWestLeg {
    /** Who sends a call to the gateway, which decides whether the gateway passes it to a waypoint. */
    enum Source {
        /** A ztunnel: rules about HTTP were not applied. */
        ZTUNNEL,
        /** A waypoint: they were. */
        WAYPOINT,
        /** A gateway on the edge: the service says. */
        GATEWAY
    }

    private static final String DOUBLE_HBONE = "double HBONE";

    private final CallPath path;
    private final Source source;

    EastWestLeg(CallPath path, Source source) {
        this.path = path;
        this.source = source;
    }

    /**
     * Follows two tunnels, one in the other.
     *
     * @param endpoint address of the gateway
     * @param target what both tunnels are asked to reach, {@code host:port}
     * @param outer whom the client takes for the gateway
     * @param inner whom it takes for the end of the inner tunnel
     * @param arrival the call
     */
    void enter(LbEndpoint endpoint, String target, ExpectedPeer outer, ExpectedPeer inner, Arrival arrival) {
        List<GatewayPods.Found> found = path.mesh().gatewaysAt(endpoint.address());
        if (found.isEmpty()) {
            path.endings()
                    .note(List.of("no pod of the mesh is behind the gateway " + endpoint.address()
                            + "; the call is followed no further than to it"));
            path.endings().answer(arrival.routedTo(), endpoint.address(), endpoint, arrival.share(), arrival.hops());
            return;
        }
        for (GatewayPods.Found gateway : found) {
            enter(gateway.pod(), endpoint, target, outer, inner, arrival.of(Share.of(1, found.size())));
        }
    }

    private void enter(
            WorkloadInstance pod,
            LbEndpoint endpoint,
            String target,
            ExpectedPeer outer,
            ExpectedPeer inner,
            Arrival arrival) {
        String id = WorkloadNames.id(pod);
        if (path.damage().isDown(pod)) {
            close(
                    Reason.UPSTREAM_CONNECT_FAILED,
                    "gateway " + id + " behind " + endpoint.address() + " does not answer",
                    arrival);
            return;
        }
        if (new ServerLeg(path).isRefused(pod, arrival)) {
            return;
        }
        if (!outer.accepts(CallPath.principal(pod))) {
            close(
                    Reason.TLS_HANDSHAKE_FAILED,
                    "TLS: the certificate of gateway " + id + " is for " + CallPath.principal(pod) + ", not " + outer,
                    arrival);
            return;
        }
        path.endings().pass(pod, arrival.share());
        Arrival onward = arrival.via(
                new Hop(id, Hop.Kind.EAST_WEST_GATEWAY, endpoint.address(), DOUBLE_HBONE, arrival.principal()));
        dispatch(pod, target, inner, onward);
    }

    private void dispatch(WorkloadInstance pod, String target, ExpectedPeer inner, Arrival arrival) {
        int colon = target.lastIndexOf(':');
        String host = target.substring(0, colon);
        int port = Integer.parseInt(target.substring(colon + 1));
        Optional<AmbientIndex> index = path.mesh().ambient(pod.cluster());
        Optional<AmbientService> service = index.flatMap(each -> each.serviceByHostname(host, pod.namespace()));
        Optional<Waypoint> waypoint = service.filter(
                        each -> source == Source.ZTUNNEL || (source == Source.GATEWAY && each.gatewaysUseWaypoint()))
                .flatMap(AmbientService::waypoint)
                .filter(each -> each.hostname().isPresent());
        String destination = waypoint.flatMap(Waypoint::hostname).orElse(host);
        Connection connection = Connection.builder()
                .sourceAddress(arrival.source())
                .destinationAddress(destination)
                .destinationPort(waypoint.isPresent() ? Waypoint.HBONE_PORT : port)
                .peer(arrival.peer())
                .build();
        path.enter(pod);
        ProxyAnswer answer = path.router()
                .proxy(WorkloadNames.id(pod))
                .waypoint(connection, Optional.empty(), path.down(pod), path.trace());
        path.endings().note(answer);
        answer.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(outcome -> close(
                        outcome.reason(),
                        "at gateway " + WorkloadNames.id(pod) + ": " + outcome.detail(),
                        arrival.of(outcome.share())));
        for (TargetShare each : answer.endpoints()) {
            Arrival part = arrival.of(each.share()).passedOnBy(pod);
            if (!new ServerLeg(path).isDown(each.endpoint(), pod, part)) {
                inner(each.endpoint(), waypoint.isPresent(), service, target, inner, part);
            }
        }
    }

    private void inner(
            LbEndpoint endpoint,
            boolean waypoint,
            Optional<AmbientService> service,
            String target,
            ExpectedPeer inner,
            Arrival arrival) {
        if (waypoint) {
            Optional<String> address = service.flatMap(each ->
                    each.addresses().stream().map(NetworkAddress::address).findFirst());
            int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
            address.ifPresentOrElse(
                    virtual -> new WaypointLeg(path).enter(endpoint, virtual, port, inner, arrival),
                    () -> close(Reason.OTHER, "the waypoint does not know " + target, arrival));
        } else if (endpoint.tunnel()) {
            new ServerLeg(path).tunnel(endpoint, target, inner, arrival);
        } else {
            close(
                    Reason.UPSTREAM_CONNECT_FAILED,
                    "nothing takes the inner tunnel at " + endpoint.owner().orElse(endpoint.address()),
                    arrival);
        }
    }

    private void close(Reason reason, String detail, Arrival arrival) {
        path.endings().close(reason, detail, arrival.share(), arrival.behindProxy());
    }
}
