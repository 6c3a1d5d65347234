package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.match.ValueTest;
import java.util.List;
import java.util.Optional;

/**
 * The CORS filter on a route that forwards.
 *
 * <p>Mirrors envoy source/extensions/filters/http/cors/cors_filter.cc.
 */
final class CorsDecision {
    private static final String PREFIX = "access-control-";
    private static final String ANY = "*";

    private final CorsSettings settings;
    private final RequestState request;
    private final String origin;
    private final boolean allowed;

    CorsDecision(CorsSettings settings, RequestState request) {
        this.settings = settings;
        this.request = request;
        this.origin = request.headers().first("origin").orElse("");
        this.allowed = !origin.isEmpty() && isAllowed();
    }

    private boolean isAllowed() {
        return settings.allowOrigins().stream()
                .map(ValueTest::of)
                .anyMatch(test -> test.passes(ANY) || test.passes(origin));
    }

    /** {@return whether the filter answers the request itself} */
    boolean answers() {
        return request.isPreflight() && (allowed || !settings.forwardNotMatchingPreflights());
    }

    /** {@return the headers of the answer to a preflight} */
    HeaderLines preflightHeaders() {
        HeaderLines headers = HeaderLines.empty();
        list(headers, "allow-methods", settings.allowMethods(), PREFIX + "request-method");
        list(headers, "allow-headers", settings.allowHeaders(), PREFIX + "request-headers");
        settings.maxAge().ifPresent(age -> headers.set(PREFIX + "max-age", Long.toString(age.toSeconds())));
        credentials(headers);
        decorate(headers);
        return headers;
    }

    private void list(HeaderLines headers, String name, List<String> values, String asked) {
        String joined = String.join(",", values);
        Optional<String> value = joined.equals(ANY) ? request.header(asked) : Optional.of(joined);
        value.filter(text -> !text.isEmpty()).ifPresent(text -> headers.set(PREFIX + name, text));
    }

    private void credentials(HeaderLines headers) {
        if (settings.allowCredentials().orElse(false)) {
            headers.set(PREFIX + "allow-credentials", "true");
        }
    }

    /** Adds what every answer to an accepted origin gets. */
    void decorate(HeaderLines headers) {
        if (!allowed) {
            return;
        }
        headers.set(PREFIX + "allow-origin", origin);
        credentials(headers);
        if (!settings.exposeHeaders().isEmpty()) {
            headers.set(PREFIX + "expose-headers", String.join(",", settings.exposeHeaders()));
        }
    }
}
