package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import io.eastwest.routing.ztunnel.ZtunnelAnswer;
import java.util.List;
import java.util.Optional;

/** The last leg of a call: from whoever sends it to the workload that answers. */
final class ServerLeg {
    static final String CONNECT_FAILURE = "UF";
    private static final String HBONE = "HBONE";
    private static final String MUTUAL_TLS = "mutual TLS";
    private static final String PLAINTEXT = "plaintext";
    private static final String TLS = "TLS";

    private final CallPath path;

    ServerLeg(CallPath path) {
        this.path = path;
    }

    /** {@return whether nobody answers there; the share is lost then} */
    boolean isDown(LbEndpoint endpoint, WorkloadInstance client, Arrival arrival) {
        boolean down = path.down(client).isDown(endpoint);
        String detail = "endpoint " + endpoint.address() + " does not answer";
        if (down && arrival.behindProxy()) {
            path.endings().refuse(arrival.share(), CONNECT_FAILURE, detail);
        } else if (down) {
            path.endings().close(Reason.UPSTREAM_CONNECT_FAILED, detail, arrival.share(), false);
        }
        return down;
    }

    /**
     * A tunnel to a workload.
     *
     * @param endpoint the workload
     * @param authority what the tunnel is asked to reach
     * @param expected whom the client takes for the workload
     * @param arrival the call
     */
    void tunnel(LbEndpoint endpoint, String authority, ExpectedPeer expected, Arrival arrival) {
        Optional<WorkloadInstance> server = endpoint.owner().flatMap(path.mesh()::workload);
        if (server.isEmpty()) {
            path.endings()
                    .note(List.of("no pod of the mesh is behind " + endpoint.address()
                            + "; the call is followed no further than to it"));
            answer(endpoint, HBONE, arrival);
            return;
        }
        WorkloadInstance pod = server.get();
        String id = WorkloadNames.id(pod);
        String shown = CallPath.principal(pod);
        if (isRefused(pod, arrival)) {
            return;
        }
        if (!expected.accepts(shown)) {
            close(
                    Reason.TLS_HANDSHAKE_FAILED,
                    "TLS: the certificate of " + id + " is for " + shown + ", not " + expected,
                    arrival);
        } else if (pod.tunnel() == TunnelProtocol.HBONE) {
            path.enter(pod);
            Connection connection =
                    connection(endpoint, arrival).peer(arrival.peer()).build();
            atZtunnel(
                    path.mesh().ztunnel(id).hbone(connection, authority, path.trace()), pod, endpoint, HBONE, arrival);
        } else if (pod.tunnel() == TunnelProtocol.NATIVE_HBONE) {
            Connection connection =
                    connection(endpoint, arrival).peer(arrival.peer()).build();
            atSidecar(pod, connection, endpoint, HBONE, arrival);
        } else {
            close(Reason.UPSTREAM_CONNECT_FAILED, "nothing takes HBONE at " + id, arrival);
        }
    }

    /** A connection without a tunnel to a workload, and without TLS but for that of the client. */
    void plaintext(LbEndpoint endpoint, Arrival arrival) {
        String secured = arrival.tls().isPresent() ? TLS : PLAINTEXT;
        Optional<WorkloadInstance> server = endpoint.owner().flatMap(path.mesh()::workload);
        if (server.filter(each -> each.tunnel() == TunnelProtocol.HBONE).isPresent()) {
            path.enter(server.get());
            Connection connection = connection(endpoint, arrival).build();
            ZtunnelAnswer answer =
                    path.mesh().ztunnel(WorkloadNames.id(server.get())).plaintext(connection, path.trace());
            atZtunnel(answer, server.get(), endpoint, secured, arrival);
        } else if (server.filter(each -> each.mutualTls() || path.mesh().isGateway(each))
                .isPresent()) {
            atSidecar(server.get(), connection(endpoint, arrival).build(), endpoint, secured, arrival);
        } else {
            server.filter(pod -> arrival.tls().isPresent()).ifPresent(pod -> noteOwnTls(WorkloadNames.id(pod)));
            answer(endpoint, secured, arrival);
        }
    }

    /**
     * A connection of an Envoy to a workload.
     *
     * @param endpoint the workload
     * @param tls how the Envoy secures it
     * @param arrival the call
     */
    void receive(LbEndpoint endpoint, ClientTls tls, Arrival arrival) {
        if (tls.kind() == ClientTls.Kind.NONE) {
            plaintext(endpoint, arrival.anonymous());
            return;
        }
        boolean mesh = tls.kind() == ClientTls.Kind.MESH;
        String secured = mesh ? MUTUAL_TLS : TLS;
        Arrival shown = mesh ? arrival : arrival.anonymous();
        Optional<WorkloadInstance> server = endpoint.owner().flatMap(path.mesh()::workload);
        boolean gateway = server.filter(path.mesh()::isGateway).isPresent();
        if (!gateway && server.filter(WorkloadInstance::mutualTls).isEmpty()) {
            withoutSidecar(endpoint, server, secured, shown);
            return;
        }
        if (mesh && isRefused(server.get(), shown)) {
            return;
        }
        String principal = CallPath.principal(server.get());
        if (mesh && !tls.accepts(principal)) {
            failHandshake(
                    "the certificate of " + WorkloadNames.id(server.get()) + " is for " + principal + ", not one of "
                            + tls.names() + " (CERTIFICATE_VERIFY_FAILED)",
                    shown);
            return;
        }
        Connection connection =
                connection(endpoint, shown).tls(tls.hello()).peer(shown.peer()).build();
        atSidecar(server.get(), connection, endpoint, secured, shown);
    }

    /** TLS to a workload whose application has to serve it itself. */
    private void withoutSidecar(
            LbEndpoint endpoint, Optional<WorkloadInstance> server, String secured, Arrival arrival) {
        if (server.isPresent() && secured.equals(MUTUAL_TLS)) {
            failHandshake(
                    "nothing at " + WorkloadNames.id(server.get())
                            + " takes the mutual TLS of the mesh (WRONG_VERSION_NUMBER)",
                    arrival);
            return;
        }
        server.ifPresent(pod -> noteOwnTls(WorkloadNames.id(pod)));
        answer(endpoint, secured, arrival);
    }

    private void noteOwnTls(String id) {
        path.endings()
                .note(List.of("the call reaches the application of " + id + " in TLS, which it has to serve itself"));
    }

    /** {@return whether client or server refuses the certificate of the other; the share is lost then} */
    boolean isRefused(WorkloadInstance server, Arrival arrival) {
        Optional<String> refusal =
                new CertificateChecks(path.mesh().trust(), path.damage()).refusal(arrival.client(), server);
        refusal.ifPresent(detail -> failHandshake(detail, arrival));
        return refusal.isPresent();
    }

    /** The handshake of a client with a server fails. */
    void failHandshake(String detail, Arrival arrival) {
        path.endings()
                .close(
                        Reason.TLS_HANDSHAKE_FAILED,
                        arrival.behindProxy() ? CONNECT_FAILURE : "-",
                        "TLS: " + detail,
                        arrival.share(),
                        arrival.behindProxy());
    }

    private static ConnectionBuilder connection(LbEndpoint endpoint, Arrival arrival) {
        String address = endpoint.address();
        int colon = address.lastIndexOf(':');
        return Connection.builder()
                .sourceAddress(arrival.source())
                .destinationAddress(address.substring(0, colon).replace("[", "").replace("]", ""))
                .destinationPort(Integer.parseInt(address.substring(colon + 1)))
                .tls(arrival.tls());
    }

    private void atZtunnel(
            ZtunnelAnswer answer, WorkloadInstance server, LbEndpoint endpoint, String secured, Arrival arrival) {
        String id = WorkloadNames.id(server);
        path.endings().note(answer.findings());
        path.endings()
                .unmodelled(path.mesh()
                        .unmodelledAtZtunnel(
                                server,
                                ProxyLeg.INBOUND,
                                connection(endpoint, arrival).build()));
        Outcome outcome = answer.outcome();
        if (outcome.kind() == Outcome.Kind.FORWARDED) {
            forwarded(id, Hop.Kind.SERVER_ZTUNNEL, endpoint, secured, arrival);
        } else {
            close(outcome.reason(), "at " + id + ": " + outcome.detail(), arrival);
        }
    }

    private void atSidecar(
            WorkloadInstance server, Connection connection, LbEndpoint endpoint, String secured, Arrival arrival) {
        String id = WorkloadNames.id(server);
        if (!server.pod()) {
            path.endings()
                    .note(List.of("the proxy of " + id
                            + " is not followed: it is a WorkloadEntry, whose listeners no manifest tells"));
            answer(endpoint, secured, arrival);
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
        ProxyAnswer answer = secured.equals(HBONE)
                ? proxy.tunnelled(own, request, path.down(server), path.trace())
                : proxy.inbound(own, request, path.down(server), path.trace());
        path.endings().note(answer);
        boolean raw = secured.equals(TLS) || (own.tls().isPresent() && isPassedRaw(answer));
        for (Outcome outcome : answer.outcomes()) {
            Arrival part = arrival.of(outcome.share());
            if (outcome.kind() == Outcome.Kind.FORWARDED) {
                toApplication(id, raw, endpoint, secured, part);
            } else if (isBrokenHandshake(outcome, own, answer)) {
                failHandshake("at " + id + ": " + outcome.detail(), part);
            } else if (outcome.closed() || outcome.status().isEmpty()) {
                close(outcome.reason(), "at " + id + ": " + outcome.detail(), part);
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
        if (raw && secured.equals(MUTUAL_TLS)) {
            failHandshake(
                    "the sidecar of " + id + " passes the TLS of the mesh on to its application (WRONG_VERSION_NUMBER)",
                    arrival);
            return;
        }
        if (raw || arrival.tls().isPresent()) {
            noteOwnTls(id);
        }
        forwarded(id, Hop.Kind.SERVER_SIDECAR, endpoint, secured, arrival);
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

    private void close(Reason reason, String detail, Arrival arrival) {
        path.endings().close(reason, detail, arrival.share(), arrival.behindProxy());
    }

    private void answer(LbEndpoint endpoint, String secured, Arrival arrival) {
        forwarded(endpoint.owner().orElse(endpoint.address()), Hop.Kind.APPLICATION, endpoint, secured, arrival);
    }

    private void forwarded(String owner, Hop.Kind kind, LbEndpoint endpoint, String secured, Arrival arrival) {
        Hop hop = new Hop(owner, kind, endpoint.address(), secured, arrival.principal());
        path.endings()
                .answer(
                        arrival.routedTo(),
                        owner,
                        endpoint,
                        arrival.share(),
                        arrival.via(hop).hops());
    }
}
