package io.eastwest.routing.match;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plaintext request without a token as the conditions of routes see it when no proxy has changed anything in it.
 *
 * @param request the request as the client sends it
 */
public record PlainRequest(HttpRequest request) implements RouteInput {
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
        return QueryText.start(request.path());
    }

    @Override
    public Optional<String> header(String name) {
        return switch (name) {
            case ":method" -> Optional.of(request.method());
            case ":authority", "host" -> Optional.of(request.authority());
            case ":path" -> Optional.of(request.path());
            case ":scheme" -> Optional.of("http");
            default -> joined(name);
        };
    }

    private Optional<String> joined(String name) {
        String found = null;
        List<Header> headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            if (header.name().equalsIgnoreCase(name)) {
                found = found == null ? header.value() : found + ',' + header.value();
            }
        }
        return Optional.ofNullable(found);
    }

    @Override
    public Optional<String> firstQueryValue(String name) {
        return QueryText.first(request.path(), name);
    }

    @Override
    public Optional<Map<String, Object>> claims() {
        return Optional.empty();
    }
}
