package io.eastwest.routing.match;

import java.util.Map;
import java.util.Optional;

/** A request for the conditions of routes: method, path with query, headers already joined. */
record TestInput(String method, String path, Map<String, String> headers) implements RouteInput {
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
        return Optional.empty();
    }

    @Override
    public Optional<Map<String, Object>> claims() {
        return Optional.empty();
    }
}
