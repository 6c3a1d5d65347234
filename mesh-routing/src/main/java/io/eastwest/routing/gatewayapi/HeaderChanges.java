package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.HttpHeader;
import io.eastwest.model.gatewayapi.HttpHeaderModifier;
import io.eastwest.model.gatewayapi.HttpRouteFilter;
import io.eastwest.model.istio.networking.HeaderOperations;
import io.eastwest.model.istio.networking.Headers;
import io.eastwest.model.istio.networking.HeadersBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Header modifiers. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:createHeadersFilter, headerListToMap}.
 */
final class HeaderChanges {
    private static final char DELETE = 0x7f;

    private HeaderChanges() {}

    /** {@return the changes of the modifiers among filters; empty: there are none} */
    static Optional<Headers> of(List<? extends HttpRouteFilter> filters) {
        HeadersBuilder headers = Headers.builder();
        boolean any = false;
        for (HttpRouteFilter filter : filters) {
            if (filter instanceof HttpRouteFilter.RequestHeaderModifier modifier) {
                headers.request(operations(modifier.headers()));
                any = true;
            } else if (filter instanceof HttpRouteFilter.ResponseHeaderModifier modifier) {
                headers.response(operations(modifier.headers()));
                any = true;
            }
        }
        return any ? Optional.of(headers.build()) : Optional.empty();
    }

    private static HeaderOperations operations(HttpHeaderModifier modifier) {
        return HeaderOperations.builder()
                .set(values(modifier.set()))
                .add(values(modifier.add()))
                .remove(modifier.remove())
                .build();
    }

    private static Map<String, String> values(List<HttpHeader> headers) {
        Map<String, String> values = new LinkedHashMap<>();
        for (HttpHeader header : headers) {
            if (!header.value().chars().allMatch(c -> c == '\t' || c >= ' ' && c != DELETE)) {
                throw new UnusableRouteException(new Problem(
                        Problem.INVALID_FILTER,
                        "the value of header \"" + header.name() + "\" has control characters"));
            }
            values.putIfAbsent(header.name().toLowerCase(Locale.ROOT), header.value());
        }
        return values;
    }
}
