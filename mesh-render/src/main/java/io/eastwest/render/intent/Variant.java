package io.eastwest.render.intent;

import io.eastwest.model.istio.networking.Subset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Some endpoints of a service: those whose workloads carry given labels. It becomes a subset.
 *
 * @param name name of the subset, a DNS label
 * @param labels labels that endpoints carry, their own or those that istiod adds; at least one
 */
public record Variant(String name, Map<String, String> labels) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    /**
     * Checks and copies.
     *
     * @param name name of the subset
     * @param labels labels that endpoints carry
     * @throws IllegalArgumentException if the name is no DNS label, or there is no label
     */
    public Variant {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a variant must be a DNS label but was \"" + name + "\"");
        }
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("variant \"" + name + "\" needs a label, or it is the whole service");
        }
    }

    /**
     * Endpoints of one version, by the label {@code version}.
     *
     * @param version value of the label; what is no DNS label is written with dashes in the name
     * @return the variant
     * @throws IllegalArgumentException if no name can be made of it
     */
    public static Variant version(String version) {
        String name = version.toLowerCase(Locale.ROOT).replace('.', '-').replace('_', '-');
        return new Variant(name, Collections.singletonMap("version", version));
    }

    /**
     * Endpoints of one cluster.
     *
     * @param cluster name of the cluster
     * @return the variant
     * @throws IllegalArgumentException if it is no DNS label
     */
    public static Variant cluster(String cluster) {
        return new Variant(cluster, Collections.singletonMap(PartitionBySource.CLUSTER, cluster));
    }

    /**
     * Those of these endpoints that are in one cluster.
     *
     * @param cluster name of the cluster
     * @return the variant, such as {@code v2-cluster-1}
     * @throws IllegalArgumentException if both names make no DNS label
     */
    public Variant in(String cluster) {
        Map<String, String> both = new LinkedHashMap<>(labels);
        both.put(PartitionBySource.CLUSTER, cluster);
        return new Variant(name + "-" + cluster, both);
    }

    /** {@return these endpoints as a subset} */
    Subset subset() {
        return Subset.builder().name(name).labels(labels).build();
    }

    /** {@return whether an endpoint is one of these} */
    boolean has(EndpointPlace place) {
        return place.labels().entrySet().containsAll(labels.entrySet());
    }

    /** Refuses variants that one endpoint can be of both. */
    static void requireApart(Variant one, Variant other) {
        boolean apart = one.labels.entrySet().stream().anyMatch(label -> {
            String value = other.labels.get(label.getKey());
            return value != null && !value.equals(label.getValue());
        });
        if (!apart || one.name.equals(other.name)) {
            throw new IllegalArgumentException("variants must have different names, and a label in which they differ,"
                    + " but were " + one.name + one.labels + " and " + other.name + other.labels);
        }
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
