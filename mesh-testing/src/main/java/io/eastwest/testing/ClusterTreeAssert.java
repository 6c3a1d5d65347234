package io.eastwest.testing;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.reader.Manifest;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what a tree holds for one cluster; made by {@link TreeAssert#forCluster}. The kind of a resource stands without its
 * group, as {@code Gateway}; where a cluster holds that name of several groups, {@link ResourceKey} says which is meant.
 *
 * <pre>{@code
 * assertThat(tree).forCluster("east")
 *         .contains("Istio", "", "default")
 *         .doesNotContain("Gateway", "istio-system", "cross-network-gateway")
 *         .resource("Istio", "", "default").hasField("spec.values.global.network", "network1");
 * }</pre>
 */
public final class ClusterTreeAssert extends AbstractAssert<ClusterTreeAssert, List<Manifest>> {
    private final ReadTree tree;
    private final String cluster;

    ClusterTreeAssert(ReadTree tree, String cluster) {
        super(tree.mesh().manifests(cluster), ClusterTreeAssert.class);
        this.tree = tree;
        this.cluster = cluster;
    }

    /**
     * Asserts that the cluster gets a resource.
     *
     * @param kind its kind, of any group
     * @param namespace its namespace; empty for one of the whole cluster
     * @param name its name
     * @return this
     */
    public ClusterTreeAssert contains(String kind, String namespace, String name) {
        return present(named(kind, namespace, name), text(kind, namespace, name), kind);
    }

    /**
     * Asserts that the cluster gets a resource.
     *
     * @param key the resource
     * @return this
     */
    public ClusterTreeAssert contains(ResourceKey key) {
        return present(keyed(key), text(key), key.kind());
    }

    /**
     * Asserts that the cluster does not get a resource.
     *
     * @param kind its kind, of any group
     * @param namespace its namespace; empty for one of the whole cluster
     * @param name its name
     * @return this
     */
    public ClusterTreeAssert doesNotContain(String kind, String namespace, String name) {
        return absent(named(kind, namespace, name), text(kind, namespace, name));
    }

    /**
     * Asserts that the cluster does not get a resource.
     *
     * @param key the resource
     * @return this
     */
    public ClusterTreeAssert doesNotContain(ResourceKey key) {
        return absent(keyed(key), text(key));
    }

    /**
     * Asserts that the cluster gets a resource, and goes on to its fields.
     *
     * @param kind its kind, of any group
     * @param namespace its namespace; empty for one of the whole cluster
     * @param name its name
     * @return assertions on the resource
     * @throws AssertionError if the cluster does not get it, or gets resources of several groups
     */
    public ResourceAssert resource(String kind, String namespace, String name) {
        contains(kind, namespace, name);
        List<Manifest> found = named(kind, namespace, name);
        if (found.size() > 1) {
            fail("one resource " + text(kind, namespace, name) + in(), lines(found));
        }
        return new ResourceAssert(found.get(0), cluster);
    }

    /**
     * Asserts that the cluster gets a resource, and goes on to its fields.
     *
     * @param key the resource
     * @return assertions on the resource
     * @throws AssertionError if the cluster does not get it
     */
    public ResourceAssert resource(ResourceKey key) {
        contains(key);
        return new ResourceAssert(keyed(key).get(0), cluster);
    }

    private List<Manifest> named(String kind, String namespace, String name) {
        return actual.stream()
                .filter(manifest -> {
                    ResourceKey key = manifest.resource().key();
                    return key.kind().equals(kind)
                            && key.namespace().equals(namespace)
                            && key.name().equals(name);
                })
                .toList();
    }

    private List<Manifest> keyed(ResourceKey key) {
        return actual.stream()
                .filter(manifest -> manifest.resource().key().equals(key))
                .toList();
    }

    private ClusterTreeAssert present(List<Manifest> found, String text, String kind) {
        if (found.isEmpty()) {
            List<Manifest> near = actual.stream()
                    .filter(manifest -> manifest.resource().kind().equals(kind))
                    .toList();
            fail(text + in(), near.isEmpty() ? List.of("no resource of kind " + kind) : lines(near));
        }
        return this;
    }

    private ClusterTreeAssert absent(List<Manifest> found, String text) {
        if (!found.isEmpty()) {
            fail("no " + text + in(), lines(found));
        }
        return this;
    }

    private String in() {
        return " in cluster \"" + cluster + "\"";
    }

    private static String text(String kind, String namespace, String name) {
        return ResourceKey.of("", kind, namespace, name).toString();
    }

    private static String text(ResourceKey key) {
        return key + (key.group().isEmpty() ? "" : " of " + key.group());
    }

    private static List<String> lines(List<Manifest> manifests) {
        return manifests.stream()
                .map(manifest -> text(manifest.resource().key())
                        + manifest.location().map(place -> " [" + place + "]").orElse(""))
                .toList();
    }

    private void fail(String expected, List<String> found) {
        throw failure("%s", new Complaint(expected, found).text(tree.toText()));
    }
}
