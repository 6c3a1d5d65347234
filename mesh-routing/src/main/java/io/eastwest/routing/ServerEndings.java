package io.eastwest.routing;

import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.Reason;
import java.util.List;

/** How calls end at the workload that they were sent to. */
final class ServerEndings {
    private final CallPath path;

    ServerEndings(CallPath path) {
        this.path = path;
    }

    /** The application at an endpoint answers, without a proxy before it. */
    void answer(LbEndpoint endpoint, String secured, Arrival arrival) {
        forwarded(endpoint.owner().orElse(endpoint.address()), Hop.Kind.APPLICATION, endpoint, secured, arrival);
    }

    /** The application answers; a hop before it is the last that is known. */
    void forwarded(String owner, Hop.Kind kind, LbEndpoint endpoint, String secured, Arrival arrival) {
        Hop hop = new Hop(owner, kind, endpoint.address(), secured, arrival.principal());
        path.endings()
                .answer(
                        arrival.routedTo(),
                        owner,
                        endpoint,
                        arrival.share(),
                        arrival.via(hop).hops());
    }

    /** The connection is closed. */
    void close(Reason reason, String detail, Arrival arrival) {
        path.endings().close(reason, detail, arrival.share(), arrival.behindProxy());
    }

    /** The handshake of a client with a server fails. */
    void failHandshake(String detail, Arrival arrival) {
        path.endings()
                .close(
                        Reason.TLS_HANDSHAKE_FAILED,
                        arrival.behindProxy() ? ServerLeg.CONNECT_FAILURE : "-",
                        "TLS: " + detail,
                        arrival.share(),
                        arrival.behindProxy());
    }

    /** The application gets TLS that no proxy has ended. */
    void noteOwnTls(String id) {
        path.endings()
                .note(List.of("the call reaches the application of " + id + " in TLS, which it has to serve itself"));
    }
}
