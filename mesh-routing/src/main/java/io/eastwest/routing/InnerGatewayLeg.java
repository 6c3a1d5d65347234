package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.Optional;

/**
 * A call at a gateway that another proxy of the mesh sends it to: an egress gateway, or one on the edge that is called from inside.
 * It ends the connection, enforces its policies and routes the call on by its own rules.
 */
final class InnerGatewayLeg {
    /** Gateways that send to each other in a circle are followed this far. */
    private static final int MOST_HOPS = 16;

    private final CallPath path;

    InnerGatewayLeg(CallPath path) {
        this.path = path;
    }

    /**
     * Follows a connection to a gateway.
     *
     * @param gateway the gateway
     * @param connection the connection, to its own address
     * @param endpoint the gateway as an endpoint
     * @param secured how the connection is secured
     * @param arrival the call
     */
    void enter(WorkloadInstance gateway, Connection connection, LbEndpoint endpoint, String secured, Arrival arrival) {
        String id = WorkloadNames.id(gateway);
        if (arrival.hops().size() >= MOST_HOPS) {
            path.endings()
                    .close(
                            Reason.OTHER,
                            "the call goes in a circle of gateways",
                            arrival.share(),
                            arrival.behindProxy());
            return;
        }
        path.enter(gateway);
        boolean ofClient = connection.tls().equals(arrival.tls());
        Optional<HttpRequest> request = ofClient ? arrival.request() : arrival.readable();
        ProxyAnswer answer = path.router().proxy(id).gateway(connection, request, path.down(gateway), path.trace());
        path.endings().note(answer);
        answer.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(outcome -> end(outcome, "at gateway " + id + ": ", arrival));
        Arrival onward = arrival.via(
                        new Hop(id, Hop.Kind.INGRESS_GATEWAY, endpoint.address(), secured, arrival.principal()))
                .by(gateway)
                .behindProxy(answer.routeConfiguration().isPresent());
        new EnvoyLeg(path, EastWestLeg.Source.GATEWAY)
                .further(answer, gateway, ofClient ? onward.endedBy(answer) : onward);
    }

    private void end(Outcome outcome, String where, Arrival arrival) {
        String detail = where + outcome.detail();
        if (outcome.closed() || outcome.status().isEmpty()) {
            boolean handshake = outcome.reason() == Reason.TLS_HANDSHAKE_FAILED && arrival.behindProxy();
            String closed = arrival.behindProxy() ? "UC" : "-";
            path.endings()
                    .close(
                            outcome.reason(),
                            handshake ? "UF" : closed,
                            detail,
                            arrival.share().times(outcome.share()),
                            arrival.behindProxy());
        } else {
            path.endings()
                    .end(Outcome.builder()
                            .from(outcome)
                            .share(arrival.share().times(outcome.share()))
                            .flags("-")
                            .detail(detail)
                            .build());
        }
    }
}
