package io.eastwest.routing.match;

import java.util.Map;
import java.util.Optional;

/** A request for the conditions of routes: method, path with query, headers already joined. */
record TestInput(String method, String path, Map<String, String> headers, Optional<Map<String, Object>> claims)
        implements RouteInput {
    TestInput(String method, String path, Map<String, String> headers) {
        this(method, path, headers, Optional.empty());
    }

    static TestInput get(String path) {
        return new TestInput("GET", path, Map.of());
    }

    static TestInput claiming(Map<String, Object> claims) {
        return new TestInput("GET", "/", Map.of(), Optional.of(claims));
    }

    @Override
    public String target() {
        return path;
    }

    @Override
    public int pathEnd() {
        return path.indexOf('?') < 0 ? path.length() : path.indexOf('?');
    }

    @Override
    public Optional<String> header(String name) {
        return name.equals(":method") ? Optional.of(method) : Optional.ofNullable(headers.get(name));
    }

    @Override
    public Optional<String> firstQueryValue(String name) {
        return QueryText.first(path, name);
    }
}
