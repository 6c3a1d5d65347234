package io.eastwest.routing.proxy;

import io.eastwest.routing.match.RouteInput;
import java.util.Map;
import java.util.Optional;

/** A request on its way through one proxy, changed by filters and route actions. Used by one call only. */
final class RequestState implements RouteInput {
    private final String method;
    private final String scheme;
    private final HeaderLines headers;
    private String authority;
    private String path;
    private Optional<Map<String, Object>> claims = Optional.empty();

    RequestState(String method, String scheme, String authority, String path, HeaderLines headers) {
        this.method = method;
        this.scheme = scheme;
        this.authority = authority;
        this.path = path;
        this.headers = headers;
    }

    RequestState copy() {
        RequestState copy = new RequestState(method, scheme, authority, path, headers.copy());
        copy.claims = claims;
        return copy;
    }

    String method() {
        return method;
    }

    String scheme() {
        return scheme;
    }

    HeaderLines headers() {
        return headers;
    }

    String authority() {
        return authority;
    }

    void authority(String value) {
        authority = value;
    }

    /** {@return the path with query} */
    String path() {
        return path;
    }

    void path(String value) {
        path = value;
    }

    void claims(Map<String, Object> verified) {
        claims = Optional.of(verified);
    }

    @Override
    public Optional<Map<String, Object>> claims() {
        return claims;
    }

    @Override
    public String pathWithoutQuery() {
        return QueryText.withoutQuery(path);
    }

    @Override
    public Optional<String> header(String name) {
        return switch (name) {
            case ":method" -> Optional.of(method);
            case ":authority", "host" -> Optional.of(authority);
            case ":path" -> Optional.of(path);
            case ":scheme" -> Optional.of(scheme);
            default -> headers.joined(name);
        };
    }

    @Override
    public Optional<String> firstQueryValue(String name) {
        return QueryText.first(path, name);
    }

    boolean isGrpc() {
        return headers.first("content-type").filter(RequestState::isGrpc).isPresent();
    }

    private static boolean isGrpc(String contentType) {
        String grpc = "application/grpc";
        return contentType.startsWith(grpc)
                && (contentType.length() == grpc.length() || "+;".indexOf(contentType.charAt(grpc.length())) >= 0);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** {@return whether this is a CORS preflight: OPTIONS with an origin and the method it asks for} */
    boolean isPreflight() {
        return method.equals("OPTIONS") && isGiven("origin") && isGiven("access-control-request-method");
    }

    private boolean isGiven(String name) {
        return headers.first(name).filter(value -> !value.isEmpty()).isPresent();
    }
}
