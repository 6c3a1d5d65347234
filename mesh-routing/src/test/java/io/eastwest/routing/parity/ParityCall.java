package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One question of a case.
 *
 * @param id name inside the case
 * @param leg which side of the proxy is asked
 * @param proxy {@code <cluster>/<namespace>/<pod>} whose proxy decides
 * @param host service as the caller would write it; empty: an address is dialled, or the leg needs none
 * @param address address that is dialled; empty: see host
 * @param port port that is dialled
 * @param http request
 * @param tls handshake of a TLS client
 * @param peer who connects
 * @param unhealthy ejected endpoints: pods or {@code address:port}
 * @param requests how often the call was made
 */
record ParityCall(
        String id,
        ProxyLeg leg,
        String proxy,
        Optional<String> host,
        Optional<String> address,
        int port,
        Optional<HttpRequest> http,
        Optional<TlsClientHello> tls,
        PeerOfCall peer,
        List<String> unhealthy,
        long requests) {

    static ParityCall of(JsonNode call) {
        return new ParityCall(
                call.path("id").asText(),
                ProxyLeg.valueOf(call.path("leg").asText().toUpperCase(Locale.ROOT)),
                call.path("proxy").asText(),
                Trees.text(call.at("/to/host")),
                Trees.text(call.at("/to/address")),
                call.at("/to/port").asInt(),
                RequestOfCall.of(call),
                call.has("tls") ? Optional.of(hello(call.path("tls"))) : Optional.empty(),
                PeerOfCall.of(call.path("peer")),
                Trees.textsOf(call.path("unhealthy")),
                call.path("requests").asLong(1));
    }

    private static TlsClientHello hello(JsonNode tls) {
        return new TlsClientHello(Trees.text(tls.path("sni")), Trees.textsOf(tls.path("alpn")));
    }
}
