package io.eastwest.render.intent;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.call.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One of two variants of a service takes all of its calls, from callers of all clusters, and the other waits. A request with a
 * header may name either. Nothing fails over: when the live one is gone its calls are lost until somebody switches.
 *
 * @param host full hostname of the service
 * @param live the variant that takes the calls
 * @param idle the variant that waits
 * @param testHeader header whose value names one of the variants for one request; empty: none does
 */
public record BlueGreen(String host, Variant live, Variant idle, Optional<String> testHeader) implements TrafficIntent {
    /**
     * Checks.
     *
     * @param host full hostname of the service
     * @param live the variant that takes the calls
     * @param idle the variant that waits
     * @param testHeader header whose value names one of the variants
     * @throws IllegalArgumentException if the host is no full hostname, or an endpoint could be of both variants
     */
    public BlueGreen {
        HostScope.checked(host);
        Variant.requireApart(live, idle);
        requireNonNull(testHeader, "testHeader");
    }

    /**
     * One of two clusters answers.
     *
     * @param host full hostname of the service
     * @param live the cluster that takes the calls
     * @param idle the cluster that waits
     * @return the intent without a header
     * @throws IllegalArgumentException if the host is no full hostname, or both are the same
     */
    public static BlueGreen clusters(String host, String live, String idle) {
        return new BlueGreen(host, Variant.cluster(live), Variant.cluster(idle), Optional.empty());
    }

    /** {@return the same intent with the variants exchanged} */
    public BlueGreen switched() {
        return new BlueGreen(host, /* live= */ idle, /* idle= */ live, testHeader);
    }

    /**
     * Lets requests name a variant.
     *
     * @param header name of the header; its value is {@link Variant#name()} of either, whichever is live
     * @return the same intent with it
     */
    public BlueGreen testHeader(String header) {
        return new BlueGreen(host, live, idle, Optional.of(header));
    }

    @Override
    public SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh) {
        List<Variant> variants = live.name().compareTo(idle.name()) < 0 ? List.of(live, idle) : List.of(idle, live);
        List<VariantRule> rules = new ArrayList<>();
        testHeader.ifPresent(header -> variants.forEach(variant ->
                rules.add(VariantRule.when("test-" + variant, new Header(header, variant.name()), variant))));
        rules.add(VariantRule.all("live", live));
        return new HostScope(mesh, host).routes("blue-green", variants, rules);
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        Map<Variant, Integer> percents = new LinkedHashMap<>();
        percents.put(live, 100);
        percents.put(idle, 0);
        Map<Header, Variant> asked = new LinkedHashMap<>();
        testHeader.ifPresent(header -> {
            asked.put(new Header(header, live.name()), live);
            asked.put(new Header(header, idle.name()), idle);
        });
        return List.of(new WeightedVariants(host, percents, asked));
    }
}
