package io.eastwest.render.intent;

import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.routing.call.Header;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule of a host, for each of its ports.
 *
 * @param name name of the rule
 * @param header header that requests carry; empty: any request or connection
 * @param weights weight by variant, in the order of the destinations
 * @param mirrors who gets copies of requests; the destination without port
 */
record VariantRule(
        String name, Optional<Header> header, Map<Variant, Integer> weights, List<HttpMirrorPolicy> mirrors) {
    VariantRule {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        mirrors = List.copyOf(mirrors);
    }

    static VariantRule all(String name, Variant variant) {
        return new VariantRule(name, Optional.empty(), Collections.singletonMap(variant, 100), List.of());
    }

    static VariantRule when(String name, Header header, Variant variant) {
        return new VariantRule(name, Optional.of(header), Collections.singletonMap(variant, 100), List.of());
    }
}
