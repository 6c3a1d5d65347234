package io.eastwest.routing.ztunnel;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Optional;

/**
 * Whether a workload gets a connection. Mirrors ztunnel 1.30.3 {@code src/proxy/inbound.rs:serve_connect,
 * validate_destination, find_inbound_upstream}, {@code src/proxy/inbound_passthrough.rs} and {@code src/tls/workload.rs}.
 */
final class ZtunnelInbound {
    private static final List<Integer> OWN_PORTS = List.of(15001, 15006, 15008, 15080);

    private final AmbientIndex index;
    private final AmbientWorkload workload;
    private final TraceSink trace;

    ZtunnelInbound(AmbientIndex index, AmbientWorkload workload, TraceSink trace) {
        this.index = index;
        this.workload = workload;
        this.trace = trace;
    }

    ZtunnelAnswer plaintext(Connection connection) {
        if (OWN_PORTS.contains(connection.destinationPort())) {
            return Answers.refused(Reason.NO_LISTENER, "attempted recursive call to self");
        }
        return admit(
                connection,
                Optional.empty(),
                connection.destinationPort(),
                "connection closed due to policy rejection: ");
    }

    ZtunnelAnswer hbone(Connection connection, String authority) {
        if (connection.peer().isEmpty()) {
            return Answers.refused(Reason.TLS_HANDSHAKE_FAILED, "TLS: a client certificate is required");
        }
        Peer peer = connection.peer().get();
        if (!peer.trustDomain().equals(index.trustDomain())) {
            return Answers.refused(
                    Reason.TLS_HANDSHAKE_FAILED,
                    "TLS: identity verification error: trust domain \"" + peer.trustDomain() + "\" is not \""
                            + index.trustDomain() + "\"");
        }
        int colon = authority.lastIndexOf(':');
        String host = authority.substring(0, colon).replace("[", "").replace("]", "");
        int port = Integer.parseInt(authority.substring(colon + 1));
        if (isIp(host)) {
            return host.equals(connection.destinationAddress())
                    ? admit(connection, Optional.of(peer), port, "http status: 401 Unauthorized, ")
                    : Answers.refused(
                            Reason.OTHER,
                            "http status: 400 Bad Request, ip mismatch: " + connection.destinationAddress() + " != "
                                    + host);
        }
        Optional<Integer> target =
                index.serviceByHostname(host, workload.namespace()).flatMap(service -> target(service, port));
        return target.map(real -> admit(connection, Optional.of(peer), real, "http status: 401 Unauthorized, "))
                .orElseGet(() -> Answers.refused(
                        Reason.OTHER, "http status: 503 Service Unavailable, unknown destination " + authority));
    }

    private static boolean isIp(String host) {
        return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private Optional<Integer> target(AmbientService service, int port) {
        return service.endpoints().stream()
                .filter(endpoint -> endpoint.workload().id().equals(workload.id()))
                .flatMap(endpoint -> Optional.ofNullable(endpoint.ports().get(port)).stream())
                .findFirst();
    }

    private ZtunnelAnswer admit(Connection connection, Optional<Peer> peer, int port, String prefix) {
        RbacInput input = RbacInput.builder()
                .principal(peer.map(Peer::principal))
                .sourceAddress(connection.sourceAddress())
                .remoteAddress(connection.sourceAddress())
                .destinationAddress(connection.destinationAddress())
                .destinationPort(port)
                .build();
        Optional<String> refusal = new ZtunnelPolicies(index.policies(workload), trace).refusal(input);
        ZtunnelAnswerBuilder answer = ZtunnelAnswer.builder().addAllFindings(workload.findings());
        return refusal.map(reason -> answer.addOutcome(Answers.closed(Reason.RBAC_DENIED, prefix + reason, Share.ONE)))
                .orElseGet(() -> answer.addOutcome(Answers.forwarded(Share.ONE)))
                .build();
    }
}
