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
 * A new variant of a service takes some percent of its calls, from callers of all clusters. A request with a header may ask for
 * it. Istio moves no share when a variant is gone: its calls are lost, which the promise says.
 *
 * @param host full hostname of the service
 * @param stable the variant that takes the rest
 * @param fresh the new variant
 * @param percent percent of calls that the new variant takes, 0..100
 * @param optIn header with which a request asks for the new variant; empty: none does
 */
public record Canary(String host, Variant stable, Variant fresh, int percent, Optional<Header> optIn)
        implements TrafficIntent {
    /**
     * Checks.
     *
     * @param host full hostname of the service
     * @param stable the variant that takes the rest
     * @param fresh the new variant
     * @param percent percent of calls that the new variant takes
     * @param optIn header with which a request asks for the new variant
     * @throws IllegalArgumentException if the host is no full hostname, an endpoint could be of both variants, or the percent is
     *     none of 0..100
     */
    public Canary {
        HostScope.checked(host);
        Variant.requireApart(stable, fresh);
        requireNonNull(optIn, "optIn");
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent must be 0..100 but was " + percent);
        }
    }

    /**
     * Starts with a new version that takes no calls yet.
     *
     * @param host full hostname of the service
     * @param stable value of the label {@code version} that takes the rest
     * @param fresh value of the label {@code version} of the new version
     * @return the intent at 0 percent
     * @throws IllegalArgumentException if the host is no full hostname, or both are the same
     */
    public static Canary version(String host, String stable, String fresh) {
        return new Canary(host, Variant.version(stable), Variant.version(fresh), 0, Optional.empty());
    }

    /**
     * Starts with a cluster that takes no calls yet.
     *
     * @param host full hostname of the service
     * @param stable the cluster that takes the rest
     * @param fresh the cluster that is tried
     * @return the intent at 0 percent
     * @throws IllegalArgumentException if the host is no full hostname, or both are the same
     */
    public static Canary cluster(String host, String stable, String fresh) {
        return new Canary(host, Variant.cluster(stable), Variant.cluster(fresh), 0, Optional.empty());
    }

    /**
     * Steps to a percent.
     *
     * @param next percent of calls that the new variant takes
     * @return the same intent with it
     * @throws IllegalArgumentException if it is none of 0..100
     */
    public Canary at(int next) {
        return new Canary(host, stable, fresh, next, optIn);
    }

    /**
     * Lets requests ask for the new variant.
     *
     * @param header name of a header
     * @param value its value
     * @return the same intent with it
     */
    public Canary optIn(String header, String value) {
        return new Canary(host, stable, fresh, percent, Optional.of(new Header(header, value)));
    }

    @Override
    public SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh) {
        List<VariantRule> rules = new ArrayList<>();
        optIn.ifPresent(header -> rules.add(VariantRule.when("opt-in", header, fresh)));
        rules.add(new VariantRule("canary", Optional.empty(), weights(), List.of()));
        return new HostScope(mesh, host).routes("canary", List.of(stable, fresh), rules);
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        return List.of(new WeightedVariants(host, weights(), asked()));
    }

    private Map<Header, Variant> asked() {
        Map<Header, Variant> asked = new LinkedHashMap<>();
        optIn.ifPresent(header -> asked.put(header, fresh));
        return asked;
    }

    private Map<Variant, Integer> weights() {
        Map<Variant, Integer> weights = new LinkedHashMap<>();
        weights.put(stable, 100 - percent);
        weights.put(fresh, percent);
        return weights;
    }
}
