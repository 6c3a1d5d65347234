package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Outcome;
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
    static final String HBONE = "HBONE";
    static final String MUTUAL_TLS = "mutual TLS";
    private static final String PLAINTEXT = "plaintext";
    static final String TLS = "TLS";

    private final CallPath path;
    private final ServerEndings endings;
    private final ServerSidecarLeg sidecars;

    ServerLeg(CallPath path) {
        this.path = path;
        this.endings = new ServerEndings(path);
        this.sidecars = new ServerSidecarLeg(path, endings);
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
            endings.answer(endpoint, HBONE, arrival);
            return;
        }
        WorkloadInstance pod = server.get();
        String id = WorkloadNames.id(pod);
        String shown = CallPath.principal(pod);
        if (isRefused(pod, arrival)) {
            return;
        }
        if (!expected.accepts(shown)) {
            endings.close(
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
            sidecars.enter(pod, connection, endpoint, HBONE, arrival);
        } else {
            endings.close(Reason.UPSTREAM_CONNECT_FAILED, "nothing takes HBONE at " + id, arrival);
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
            sidecars.enter(server.get(), connection(endpoint, arrival).build(), endpoint, secured, arrival);
        } else {
            server.filter(pod -> arrival.tls().isPresent()).ifPresent(pod -> endings.noteOwnTls(WorkloadNames.id(pod)));
            endings.answer(endpoint, secured, arrival);
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
            endings.failHandshake(
                    "the certificate of " + WorkloadNames.id(server.get()) + " is for " + principal + ", not one of "
                            + tls.names() + " (CERTIFICATE_VERIFY_FAILED)",
                    shown);
            return;
        }
        Connection connection =
                connection(endpoint, shown).tls(tls.hello()).peer(shown.peer()).build();
        sidecars.enter(server.get(), connection, endpoint, secured, shown);
    }

    /** TLS to a workload whose application has to serve it itself. */
    private void withoutSidecar(
            LbEndpoint endpoint, Optional<WorkloadInstance> server, String secured, Arrival arrival) {
        if (server.isPresent() && secured.equals(MUTUAL_TLS)) {
            endings.failHandshake(
                    "nothing at " + WorkloadNames.id(server.get())
                            + " takes the mutual TLS of the mesh (WRONG_VERSION_NUMBER)",
                    arrival);
            return;
        }
        server.ifPresent(pod -> endings.noteOwnTls(WorkloadNames.id(pod)));
        endings.answer(endpoint, secured, arrival);
    }

    /** {@return whether client or server refuses the certificate of the other; the share is lost then} */
    boolean isRefused(WorkloadInstance server, Arrival arrival) {
        Optional<String> refusal =
                new CertificateChecks(path.mesh().trust(), path.damage()).refusal(arrival.client(), server);
        refusal.ifPresent(detail -> endings.failHandshake(detail, arrival));
        return refusal.isPresent();
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
            endings.forwarded(id, Hop.Kind.SERVER_ZTUNNEL, endpoint, secured, arrival);
        } else {
            endings.close(outcome.reason(), "at " + id + ": " + outcome.detail(), arrival);
        }
    }
}
