package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import io.eastwest.routing.ztunnel.ZtunnelAnswer;
import java.util.List;
import java.util.Optional;

/** The last leg of a call: from whoever sends it to the workload that answers. */
final class ServerLeg {
    private static final String MESH_PROTOCOL = "istio";
    private static final String CONNECT_FAILURE = "UF";
    private static final String HBONE = "HBONE";
    private static final String MUTUAL_TLS = "mutual TLS";
    private static final String PLAINTEXT = "plaintext";

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
        Optional<WorkloadInstance> server = endpoint.owner().flatMap(path.router()::workload);
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
                    path.router().ztunnel(id).hbone(connection, authority, path.trace()),
                    pod,
                    endpoint,
                    HBONE,
                    arrival);
        } else if (pod.tunnel() == TunnelProtocol.NATIVE_HBONE) {
            Connection connection =
                    connection(endpoint, arrival).peer(arrival.peer()).build();
            atSidecar(pod, connection, endpoint, HBONE, arrival);
        } else {
            close(Reason.UPSTREAM_CONNECT_FAILED, "nothing takes HBONE at " + id, arrival);
        }
    }

    /** A connection without a tunnel to a workload. */
    void plaintext(LbEndpoint endpoint, Arrival arrival) {
        Optional<WorkloadInstance> server = endpoint.owner().flatMap(path.router()::workload);
        if (server.filter(each -> each.tunnel() == TunnelProtocol.HBONE).isPresent()) {
            path.enter(server.get());
            Connection connection = connection(endpoint, arrival).build();
            ZtunnelAnswer answer =
                    path.router().ztunnel(WorkloadNames.id(server.get())).plaintext(connection, path.trace());
            atZtunnel(answer, server.get(), endpoint, PLAINTEXT, arrival);
        } else if (server.filter(WorkloadInstance::mutualTls).isPresent()) {
            atSidecar(server.get(), connection(endpoint, arrival).build(), endpoint, PLAINTEXT, arrival);
        } else {
            answer(endpoint, PLAINTEXT, arrival);
        }
    }

    /** Mutual TLS of the mesh to a sidecar. */
    void mutual(LbEndpoint endpoint, Arrival arrival) {
        Optional<WorkloadInstance> server =
                endpoint.owner().flatMap(path.router()::workload).filter(WorkloadInstance::mutualTls);
        if (server.isEmpty()) {
            answer(endpoint, MUTUAL_TLS, arrival);
            return;
        }
        Connection connection = connection(endpoint, arrival)
                .tls(new TlsClientHello(Optional.empty(), List.of(MESH_PROTOCOL)))
                .peer(arrival.peer())
                .build();
        atSidecar(server.get(), connection, endpoint, MUTUAL_TLS, arrival);
    }

    /** TLS that a DestinationRule writes, to whoever serves it. */
    void encrypted(LbEndpoint endpoint, Arrival arrival) {
        answer(endpoint, "TLS", arrival);
    }

    private static ConnectionBuilder connection(LbEndpoint endpoint, Arrival arrival) {
        String address = endpoint.address();
        int colon = address.lastIndexOf(':');
        return Connection.builder()
                .sourceAddress(arrival.source())
                .destinationAddress(address.substring(0, colon).replace("[", "").replace("]", ""))
                .destinationPort(Integer.parseInt(address.substring(colon + 1)));
    }

    private void atZtunnel(
            ZtunnelAnswer answer, WorkloadInstance server, LbEndpoint endpoint, String secured, Arrival arrival) {
        String id = WorkloadNames.id(server);
        path.endings().note(answer.findings());
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
        Connection own = connection.toBuilder()
                .destinationAddress(CallPath.address(server))
                .build();
        path.enter(server);
        ProxyRouter proxy = path.router().proxy(id);
        ProxyAnswer answer = secured.equals(HBONE)
                ? proxy.tunnelled(own, arrival.request(), path.down(server), path.trace())
                : proxy.inbound(own, arrival.request(), path.down(server), path.trace());
        path.endings().note(answer);
        for (Outcome outcome : answer.outcomes()) {
            Arrival part = arrival.of(outcome.share());
            if (outcome.kind() == Outcome.Kind.FORWARDED) {
                forwarded(id, Hop.Kind.SERVER_SIDECAR, endpoint, secured, part);
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
