package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;

/** A call at a waypoint, and from there to its endpoints. */
final class WaypointLeg {
    private final CallPath path;

    WaypointLeg(CallPath path) {
        this.path = path;
    }

    /**
     * Follows a tunnel to a waypoint.
     *
     * @param endpoint a pod of the waypoint
     * @param address what the tunnel is asked to reach
     * @param port port of that
     * @param expected whom the client takes for the waypoint
     * @param arrival the call
     */
    void enter(LbEndpoint endpoint, String address, int port, ExpectedPeer expected, Arrival arrival) {
        Optional<WorkloadInstance> found = endpoint.owner().flatMap(path.mesh()::workload);
        if (found.isEmpty()) {
            path.endings()
                    .note(List.of("no pod of the mesh is behind the waypoint " + endpoint.address()
                            + "; the call is followed no further than to it"));
            path.endings().answer(arrival.routedTo(), endpoint.address(), endpoint, arrival.share(), arrival.hops());
            return;
        }
        WorkloadInstance pod = found.get();
        String id = WorkloadNames.id(pod);
        if (new ServerLeg(path).isRefused(pod, arrival)) {
            return;
        }
        if (!expected.accepts(CallPath.principal(pod))) {
            path.endings()
                    .close(
                            Reason.TLS_HANDSHAKE_FAILED,
                            "TLS: the certificate of " + id + " is for " + CallPath.principal(pod) + ", not "
                                    + expected,
                            arrival.share(),
                            arrival.behindProxy());
            return;
        }
        path.enter(pod);
        path.endings().pass(pod, arrival.share());
        Connection connection = Connection.builder()
                .sourceAddress(arrival.source())
                .destinationAddress(address)
                .destinationPort(port)
                .peer(arrival.peer())
                .tls(arrival.tls())
                .build();
        ProxyAnswer answer =
                path.router().proxy(id).waypoint(connection, arrival.request(), path.down(pod), path.trace());
        path.endings().note(answer);
        answer.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(outcome -> end(outcome, id, arrival));
        Hop hop = new Hop(id, Hop.Kind.WAYPOINT, endpoint.address(), "HBONE", arrival.principal());
        boolean http = answer.routeConfiguration().isPresent();
        new EnvoyLeg(path, EastWestLeg.Source.WAYPOINT)
                .onward(answer, pod, arrival.via(hop).by(pod).behindProxy(http));
    }

    private void end(Outcome outcome, String id, Arrival arrival) {
        Share share = arrival.share().times(outcome.share());
        String detail = "at waypoint " + id + ": " + outcome.detail();
        if (outcome.closed() || outcome.status().isEmpty()) {
            path.endings().close(outcome.reason(), detail, share, arrival.behindProxy());
        } else {
            path.endings()
                    .end(Outcome.builder()
                            .from(outcome)
                            .share(share)
                            .detail(detail)
                            .build());
        }
    }
}
