package io.eastwest.routing;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.TlsClientHello;
import java.util.Optional;

/**
 * One question: who calls what. A call is concrete; made by {@link #get(String)} and the other starts.
 *
 * @param caller who calls
 * @param host host as the caller's application writes it, resolved by the DNS of its cluster
 * @param port port that is dialled
 * @param request the HTTP request, in TLS the one inside of it; empty for other bytes
 * @param tls the TLS that the client itself speaks; empty: none. Only who ends it can read the request.
 */
public record Call(Caller caller, String host, int port, Optional<HttpRequest> request, Optional<TlsClientHello> tls) {
    /**
     * A call without TLS of the client.
     *
     * @param caller who calls
     * @param host host as the caller's application writes it
     * @param port port that is dialled
     * @param request the HTTP request; empty for other bytes
     */
    public Call(Caller caller, String host, int port, Optional<HttpRequest> request) {
        this(caller, host, port, request, Optional.empty());
    }

    /**
     * Starts a GET request.
     *
     * @param url {@code http://host[:port][/path][?query]}; with {@code https} the client itself speaks TLS and asks for the host, without
     *     ALPN, see {@link CallDraft#inTls}
     * @return the call without its caller
     * @throws IllegalArgumentException if the text is no such URL
     */
    public static CallDraft get(String url) {
        return http("GET", url);
    }

    /**
     * Starts an HTTP request.
     *
     * @param method request method
     * @param url {@code http://host[:port][/path][?query]}; with {@code https} the client itself speaks TLS and asks for the host, without
     *     ALPN, see {@link CallDraft#inTls}
     * @return the call without its caller
     * @throws IllegalArgumentException if the text is no such URL
     */
    public static CallDraft http(String method, String url) {
        return CallDraft.http(method, url);
    }

    /**
     * Starts a TCP connection.
     *
     * @param host host as the application writes it
     * @param port port
     * @return the call without its caller
     */
    public static CallDraft tcp(String host, int port) {
        return new CallDraft(host, port, Optional.empty(), Optional.empty());
    }

    /** {@return the call without its caller} */
    public CallDraft draft() {
        return new CallDraft(host, port, request, tls);
    }

    @Override
    public String toString() {
        return CallText.of(this) + " from " + caller;
    }
}
