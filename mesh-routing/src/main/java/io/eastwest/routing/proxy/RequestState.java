package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.PathNormalizationLevel;
import io.eastwest.routing.match.QueryText;
import io.eastwest.routing.match.RouteInput;
import java.util.Map;
import java.util.Optional;

/**
 * A request on its way through one proxy, changed by filters and route actions. Used by one call only. Whoever looks at it is
 * noted, because what nobody looked at cannot have changed the answer; who only passes it on uses the accessors named so.
 */
final class RequestState {
    private final Trace trace;
    private final String method;
    private final String scheme;
    private final HeaderLines headers;
    private String authority;
    private String path;
    private Optional<Map<String, Object>> claims = Optional.empty();

    RequestState(Trace trace, String method, String scheme, String authority, String path, HeaderLines headers) {
        this.trace = trace;
        this.method = method;
        this.scheme = scheme;
        this.authority = authority;
        this.path = path;
        this.headers = headers;
    }

    RequestState copy() {
        RequestState copy = new RequestState(trace, method, scheme, authority, path, headers.copy());
        copy.claims = claims;
        return copy;
    }

    String method() {
        trace.requestDecides();
        return method;
    }

    String methodToSend() {
        return method;
    }

    String scheme() {
        trace.requestDecides();
        return scheme;
    }

    HeaderLines headers() {
        trace.requestDecides();
        return headers;
    }

    /** {@return the headers, to change and send them without looking at them} */
    HeaderLines headersToSend() {
        return headers;
    }

    String authority() {
        trace.requestDecides();
        return authority;
    }

    String authorityToSend() {
        return authority;
    }

    void authority(String value) {
        authority = value;
    }

    /** {@return the path with query} */
    String path() {
        trace.requestDecides();
        return path;
    }

    String pathToSend() {
        return path;
    }

    void path(String value) {
        path = value;
    }

    /** Normalises the path; {@link RequestKind} holds only paths to which this does nothing. Answers false when there is no normal form. */
    boolean normalize(PathNormalizationLevel level) {
        Optional<String> normal = PathNormalizer.normalize(path, level);
        normal.ifPresent(this::path);
        return normal.isPresent();
    }

    void claims(Map<String, Object> verified) {
        claims = Optional.of(verified);
    }

    Optional<Map<String, Object>> claims() {
        trace.requestDecides();
        return claims;
    }

    /** {@return the values of a header or pseudo header, joined by a comma; empty when it is absent} */
    Optional<String> header(String name) {
        trace.requestDecides();
        return input().header(name);
    }

    Optional<String> firstQueryValue(String name) {
        trace.requestDecides();
        return QueryText.first(path, name);
    }

    /** {@return whether this is a gRPC request, as {@link RequestKind} tells} */
    boolean isGrpc() {
        return headers.first("content-type").filter(RequestKind::isGrpc).isPresent();
    }

    /** {@return whether a reply has no body, as {@link RequestKind} tells} */
    boolean isHead() {
        return method.equals("HEAD");
    }

    /** {@return whether this is a CORS preflight: OPTIONS with an origin and the method it asks for} */
    boolean isPreflight() {
        return method().equals("OPTIONS") && isGiven("origin") && isGiven("access-control-request-method");
    }

    private boolean isGiven(String name) {
        return headers.first(name).filter(value -> !value.isEmpty()).isPresent();
    }

    /** {@return the request for the choice of a route; looking at it is not noted here} */
    RouteInput input() {
        return new RouteInput() {
            @Override
            public String method() {
                return method;
            }

            @Override
            public String target() {
                return path;
            }

            @Override
            public int pathEnd() {
                return QueryText.start(path);
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

            @Override
            public Optional<Map<String, Object>> claims() {
                return claims;
            }
        };
    }
}
