package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Optional;

/**
 * A call through an east-west gateway that passes mutual TLS on by its SNI. A gateway that cannot go on closes before the
 * handshake is over, which its client takes for a connection that was not made.
 */
final class GatewayLeg {
    private static final String CONNECT_FAILURE = "UF";

    private final CallPath path;
    private final ServerLeg servers;

    GatewayLeg(CallPath path, ServerLeg servers) {
        this.path = path;
        this.servers = servers;
    }

    /**
     * Follows a connection to a gateway.
     *
     * @param endpoint address of the gateway
     * @param tls how the client speaks to it; what does not carry the SNI of a service is closed there
     * @param arrival the call
     */
    void through(LbEndpoint endpoint, ClientTls tls, Arrival arrival) {
        List<GatewayPods.Found> gateways = path.mesh().gatewaysAt(endpoint.address());
        if (gateways.isEmpty()) {
            path.endings()
                    .note(List.of("no pod of the mesh is behind the gateway " + endpoint.address()
                            + "; the call is followed no further than to it"));
            path.endings().answer(arrival.routedTo(), endpoint.address(), endpoint, arrival.share(), arrival.hops());
            return;
        }
        for (GatewayPods.Found gateway : gateways) {
            Arrival part = arrival.of(Share.of(1, gateways.size()));
            if (path.damage().isDown(gateway.pod())) {
                path.endings()
                        .refuse(
                                part.share(),
                                CONNECT_FAILURE,
                                "gateway " + WorkloadNames.id(gateway.pod()) + " behind " + endpoint.address()
                                        + " does not answer");
            } else {
                through(gateway, endpoint, tls, part);
            }
        }
    }

    private void through(GatewayPods.Found gateway, LbEndpoint endpoint, ClientTls tls, Arrival arrival) {
        WorkloadInstance pod = gateway.pod();
        Connection connection = Connection.builder()
                .sourceAddress(arrival.source())
                .destinationAddress(CallPath.address(pod))
                .destinationPort(gateway.port())
                .tls(tls.hello().or(arrival::tls))
                .peer(tls.kind() == ClientTls.Kind.MESH ? arrival.peer() : Optional.empty())
                .build();
        DownEndpoints down = path.down(pod);
        path.enter(pod);
        path.endings().pass(pod, arrival.share());
        ProxyAnswer answer =
                path.router().proxy(WorkloadNames.id(pod)).gateway(connection, Optional.empty(), down, path.trace());
        path.endings().note(answer);
        for (Outcome outcome : answer.outcomes()) {
            if (outcome.kind() != Outcome.Kind.FORWARDED) {
                path.endings()
                        .refuse(
                                arrival.share().times(outcome.share()),
                                CONNECT_FAILURE,
                                "gateway " + WorkloadNames.id(pod) + " closes the connection: " + outcome.reason());
            }
        }
        Arrival further = arrival.via(
                new Hop(WorkloadNames.id(pod), Hop.Kind.EAST_WEST_GATEWAY, endpoint.address(), "passed through"));
        for (TargetShare target : answer.endpoints()) {
            Arrival part = further.of(target.share());
            if (down.isDown(target.endpoint())) {
                path.endings()
                        .refuse(
                                part.share(),
                                CONNECT_FAILURE,
                                "endpoint " + target.endpoint().address() + " does not answer its gateway");
            } else {
                servers.receive(target.endpoint(), tls, part);
            }
        }
    }
}
