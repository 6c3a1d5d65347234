package io.eastwest.routing;

import io.eastwest.routing.call.HttpRequest;
import java.util.Optional;

/**
 * One question: who calls what. A call is concrete; made by {@link #get(String)} and the other starts.
 *
 * @param caller who calls
 * @param host host as the caller's application writes it, resolved by the DNS of its cluster
 * @param port port that is dialled
 * @param request the HTTP request; empty for plain TCP
 */
public record Call(Caller caller, String host, int port, Optional<HttpRequest> request) {
    /**
     * Starts a GET request.
     *
     * @param url {@code http://host[:port][/path][?query]}
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
     * @param url {@code http://host[:port][/path][?query]}
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
        return new CallDraft(host, port, Optional.empty());
    }

    /** {@return the call without its caller} */
    public CallDraft draft() {
        return new CallDraft(host, port, request);
    }

    @Override
    public String toString() {
        return request.map(http -> http.method() + " http://" + http.authority() + http.path())
                        .orElse("tcp " + host + ":" + port)
                + " from " + caller;
    }
}
