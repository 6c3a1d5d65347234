package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.UpstreamRequest;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A share of a call on its way to the next proxy.
 *
 * @param routedTo name of the service cluster that was chosen
 * @param share exact share
 * @param hops proxies that it has passed
 * @param peer certificate that its last proxy shows; empty: none
 * @param client workload of that certificate, {@code <cluster>/<namespace>/<name>}
 * @param source IP address that the next proxy sees
 * @param request the request as it is now; empty: no HTTP
 * @param tls TLS of the client that no proxy has ended: none can read the request; empty: it can be read
 * @param behindProxy whether an Envoy was passed, which answers for what is closed after it
 */
record Arrival(
        String routedTo,
        Share share,
        List<Hop> hops,
        Optional<Peer> peer,
        String client,
        String source,
        Optional<HttpRequest> request,
        Optional<TlsClientHello> tls,
        boolean behindProxy) {
    Arrival {
        hops = List.copyOf(hops);
    }

    /** {@return a call as it leaves the caller} */
    static Arrival from(CallPath path, List<Hop> hops) {
        return new Arrival(
                "",
                Share.ONE,
                hops,
                CallPath.peer(path.caller()),
                WorkloadNames.id(path.caller()),
                CallPath.address(path.caller()),
                path.call().request(),
                path.call().tls(),
                false);
    }

    Arrival of(Share part) {
        return new Arrival(routedTo, share.times(part), hops, peer, client, source, request, tls, behindProxy);
    }

    Arrival routedTo(String cluster) {
        return new Arrival(cluster, share, hops, peer, client, source, request, tls, behindProxy);
    }

    Arrival request(Optional<HttpRequest> changed) {
        return new Arrival(routedTo, share, hops, peer, client, source, changed, tls, behindProxy);
    }

    Arrival behindProxy(boolean behind) {
        return new Arrival(routedTo, share, hops, peer, client, source, request, tls, behindProxy || behind);
    }

    /** {@return the same after a proxy, which may have ended the TLS of the client} */
    Arrival endedBy(ProxyAnswer answer) {
        return answer.tls().isEmpty()
                ? this
                : new Arrival(routedTo, share, hops, peer, client, source, request, Optional.empty(), behindProxy);
    }

    /** {@return the request as whoever ends the TLS of the mesh reads it; empty: the client has TLS of its own inside} */
    Optional<HttpRequest> readable() {
        return tls.isPresent() ? Optional.empty() : request;
    }

    Arrival via(Hop hop) {
        List<Hop> all = new ArrayList<>(hops);
        all.add(hop);
        return new Arrival(routedTo, share, all, peer, client, source, request, tls, behindProxy);
    }

    /** {@return the same as another proxy sends it, with its own certificate} */
    Arrival by(WorkloadInstance proxy) {
        return new Arrival(
                routedTo,
                share,
                hops,
                CallPath.peer(proxy),
                WorkloadNames.id(proxy),
                CallPath.address(proxy),
                request,
                tls,
                behindProxy);
    }

    /** {@return the same with the same certificate, sent on from another address} */
    Arrival passedOnBy(WorkloadInstance proxy) {
        return new Arrival(routedTo, share, hops, peer, client, CallPath.address(proxy), request, tls, behindProxy);
    }

    /** {@return the same without a certificate} */
    Arrival anonymous() {
        return new Arrival(routedTo, share, hops, Optional.empty(), client, source, request, tls, behindProxy);
    }

    String principal() {
        return peer.map(Peer::principal).orElse("");
    }

    static HttpRequest arriving(HttpRequest original, UpstreamRequest request) {
        return original.toBuilder()
                .method(request.method().orElse(original.method()))
                .authority(request.authority().orElse(original.authority()))
                .path(request.path().orElse(original.path()))
                .headers(request.headers())
                .build();
    }
}
