package io.eastwest.routing.question;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.match.RouteInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A request as the conditions of routes see it when no proxy has changed it, made by {@link RequestClasses}. */
record PlainRequest(HttpRequest request) implements RouteInput {
    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String target() {
        return request.path();
    }

    @Override
    public int pathEnd() {
        int query = request.path().indexOf('?');
        return query < 0 ? request.path().length() : query;
    }

    @Override
    public Optional<String> header(String name) {
        return switch (name) {
            case ":method" -> Optional.of(request.method());
            case ":authority", "host" -> Optional.of(request.authority());
            case ":path" -> Optional.of(request.path());
            case ":scheme" -> Optional.of("http");
            default -> {
                List<String> values = request.headerValues(name);
                yield values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
            }
        };
    }

    @Override
    public Optional<String> firstQueryValue(String name) {
        String path = request.path();
        return pathEnd() == path.length()
                ? Optional.empty()
                : Stream.of(path.substring(pathEnd() + 1).split("&", -1))
                        .filter(each -> each.startsWith(name + "="))
                        .map(each -> each.substring(name.length() + 1))
                        .findFirst();
    }

    @Override
    public Optional<Map<String, Object>> claims() {
        return Optional.empty();
    }
}
