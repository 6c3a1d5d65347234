package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.HeaderOperations;
import io.eastwest.model.istio.networking.Headers;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.HeaderMutations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Header operations as Envoy gets them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/route/route.go:TranslateHeadersOperations}.
 *
 * @param request operations on the request, without those on the authority
 * @param response operations on the response
 * @param authority new authority; empty: kept
 */
record HeaderTranslation(HeaderMutations request, HeaderMutations response, Optional<String> authority) {
    static final HeaderTranslation NONE =
            new HeaderTranslation(HeaderMutations.NONE, HeaderMutations.NONE, Optional.empty());

    static HeaderTranslation of(Optional<Headers> headers) {
        if (headers.isEmpty()) {
            return NONE;
        }
        HeaderOperations none = HeaderOperations.builder().build();
        HeaderOperations request = headers.get().request().orElse(none);
        HeaderOperations response = headers.get().response().orElse(none);
        return new HeaderTranslation(
                mutations(request),
                mutations(response),
                authority(request.set()).or(() -> authority(request.add())));
    }

    private static HeaderMutations mutations(HeaderOperations operations) {
        return new HeaderMutations(
                headers(operations.add()),
                headers(operations.set()),
                operations.remove().stream().filter(name -> !isInternal(name)).toList());
    }

    private static List<Header> headers(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(entry -> !isInternal(entry.getKey()))
                        .map(entry -> new Header(entry.getKey(), entry.getValue()))
                        .toList();
    }

    private static Optional<String> authority(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(entry ->
                        isAuthority(entry.getKey()) && !entry.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isInternal(String name) {
        return name.startsWith(":") || isHost(name);
    }

    private static boolean isAuthority(String name) {
        return name.toLowerCase(Locale.ROOT).equals(":authority") || isHost(name);
    }

    private static boolean isHost(String name) {
        return name.toLowerCase(Locale.ROOT).equals("host");
    }
}
