package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;

/** A call at the sidecar of the workload that answers, or at a gateway inside of the mesh. */
final class ServerSidecarLeg {
    private final CallPath path;
    private final ServerEndings endings;

    ServerSidecarLeg(CallPath path, ServerEndings endings) {
        this.path = path;
        this.endings = endings;
    }

    /**
     * The call arrives.
     *
     * @param server the workload
     * @param connection the connection, to the address that was dialled
     * @param endpoint that address
     * @param secured how the connection is secured
     * @param arrival the call
     */
    void enter(WorkloadInstance server, Connection connection, LbEndpoint endpoint, String secured, Arrival arrival) {
        String id = WorkloadNames.id(server);
        if (!server.pod()) {
            path.endings()
                    .note(List.of("the proxy of " + id
                            + " is not followed: it is a WorkloadEntry, whose listeners no manifest tells"));
            endings.answer(endpoint, secured, arrival);
            return;
        }
        Connection own = connection.toBuilder()
                .destinationAddress(CallPath.address(server))
                .build();
        if (path.mesh().isGateway(server)) {
            new InnerGatewayLeg(path).enter(server, own, endpoint, secured, arrival);
            return;
        }
        path.enter(server);
        ProxyRouter proxy = path.router().proxy(id);
        Optional<HttpRequest> request = own.tls().equals(arrival.tls()) ? arrival.request() : arrival.readable();
        ProxyAnswer answer = secured.equals(ServerLeg.HBONE)
                ? proxy.tunnelled(own, request, path.down(server), path.trace())
                : proxy.inbound(own, request, path.down(server), path.trace());
        path.endings().note(answer);
        boolean raw = secured.equals(ServerLeg.TLS) || (own.tls().isPresent() && isPassedRaw(answer));
        for (Outcome outcome : answer.outcomes()) {
            Arrival part = arrival.of(outcome.share());
            if (outcome.kind() == Outcome.Kind.FORWARDED) {
                toApplication(id, raw, endpoint, secured, part);
            } else if (isBrokenHandshake(outcome, own, answer)) {
                endings.failHandshake("at " + id + ": " + outcome.detail(), part);
            } else if (outcome.closed() || outcome.status().isEmpty()) {
                endings.close(outcome.reason(), "at " + id + ": " + outcome.detail(), part);
            } else {
                path.endings()
                        .end(Outcome.builder()
                                .from(outcome)
                                .share(part.share())
                                .flags("-")
                                .detail("at " + id + ": " + outcome.detail())
                                .build());
            }
        }
    }

    private void toApplication(String id, boolean raw, LbEndpoint endpoint, String secured, Arrival arrival) {
        if (raw && secured.equals(ServerLeg.MUTUAL_TLS)) {
            endings.failHandshake(
                    "the sidecar of " + id + " passes the TLS of the mesh on to its application (WRONG_VERSION_NUMBER)",
                    arrival);
            return;
        }
        if (raw || arrival.tls().isPresent()) {
            endings.noteOwnTls(id);
        }
        endings.forwarded(id, Hop.Kind.SERVER_SIDECAR, endpoint, secured, arrival);
    }

    /** {@return whether TLS of the mesh, which always names a server, reaches the application as it is} */
    private static boolean isPassedRaw(ProxyAnswer answer) {
        return answer.upstreamRequests().stream()
                .anyMatch(request -> request.serverName().isPresent());
    }

    /** {@return whether the client sees no more than an error of TLS: the server refuses it, or does not expect it} */
    private static boolean isBrokenHandshake(Outcome outcome, Connection connection, ProxyAnswer answer) {
        return outcome.reason() == Reason.TLS_HANDSHAKE_FAILED
                || (outcome.reason() == Reason.PROTOCOL_ERROR
                        && outcome.closed()
                        && connection.tls().isPresent()
                        && answer.tls().isEmpty());
    }
}
