package io.eastwest.routing;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.TlsClientHello;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** A call that lacks its caller. Immutable. */
public final class CallDraft {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final String host;
    private final int port;
    private final Optional<HttpRequest> request;
    private final Optional<TlsClientHello> tls;

    CallDraft(String host, int port, Optional<HttpRequest> request, Optional<TlsClientHello> tls) {
        this.host = host;
        this.port = port;
        this.request = request;
        this.tls = tls;
    }

    static CallDraft http(String method, String url) {
        URI uri = parse(url);
        boolean secured = "https".equals(uri.getScheme());
        if (!secured && !"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "url must be http://host[:port][/path][?query], or https, but was \"" + url + "\"");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        HttpRequest request = HttpRequest.builder()
                .method(method)
                .authority(uri.getRawAuthority())
                .path(path + query)
                .build();
        int port = secured ? HTTPS_PORT : HTTP_PORT;
        CallDraft draft = new CallDraft(
                uri.getHost(), uri.getPort() < 0 ? port : uri.getPort(), Optional.of(request), Optional.empty());
        return secured ? draft.inTls(serverName(uri.getHost())) : draft;
    }

    /** {@return the SNI of a client: none for an address} */
    private static String serverName(String host) {
        return host.startsWith("[") || IpBlock.isAddress(host) ? "" : host;
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("url \"" + url + "\" is no URL: " + e.getReason(), e);
        }
    }

    /**
     * Adds a request header.
     *
     * @param name name
     * @param value value
     * @return the call with the header
     * @throws IllegalStateException if this is no HTTP request
     */
    public CallDraft header(String name, String value) {
        HttpRequest http = request.orElseThrow(() -> new IllegalStateException("a TCP call has no headers"));
        return new CallDraft(
                host,
                port,
                Optional.of(http.toBuilder().addHeader(new Header(name, value)).build()),
                tls);
    }

    /**
     * Says that the client itself speaks TLS: its request, or what else it sends, can be read by nobody but who ends the TLS.
     *
     * @param serverName SNI as sent; empty text: none
     * @param applicationProtocols ALPN protocols in the client's order
     * @return the call in TLS
     */
    public CallDraft inTls(String serverName, String... applicationProtocols) {
        Optional<String> name = serverName.isEmpty() ? Optional.empty() : Optional.of(serverName);
        return new CallDraft(host, port, request, Optional.of(new TlsClientHello(name, List.of(applicationProtocols))));
    }

    /**
     * Says that the call comes from outside of the mesh and arrives at a gateway; its host is not looked up.
     *
     * @param gateway pod or workload of the gateway
     * @param namespace its namespace
     * @param cluster its cluster
     * @return the call
     */
    public Call arrivingAt(String gateway, String namespace, String cluster) {
        return new Call(new Caller(gateway, namespace, cluster, true), host, port, request, tls);
    }

    /**
     * Names the caller.
     *
     * @param workload pod or workload
     * @param namespace its namespace
     * @param cluster its cluster
     * @return the call
     */
    public Call from(String workload, String namespace, String cluster) {
        return new Call(new Caller(workload, namespace, cluster), host, port, request, tls);
    }

    /**
     * Names the caller.
     *
     * @param caller who calls
     * @return the call
     */
    public Call from(Caller caller) {
        return new Call(caller, host, port, request, tls);
    }
}
