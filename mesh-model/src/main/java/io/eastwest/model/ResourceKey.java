package io.eastwest.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What tells one object of a cluster from all others: group, kind, namespace and name. The version is no part of it.
 * Immutable; ordered by group, kind, namespace, name.
 */
public final class ResourceKey implements Comparable<ResourceKey> {
    private static final Comparator<ResourceKey> ORDER = Comparator.comparing(ResourceKey::group)
            .thenComparing(ResourceKey::kind)
            .thenComparing(ResourceKey::namespace)
            .thenComparing(ResourceKey::name);

    private final String group;
    private final String kind;
    private final String namespace;
    private final String name;
    private final int hash;

    private ResourceKey(String group, String kind, String namespace, String name) {
        this.group = requireNonNull(group, "group");
        this.kind = requireNonNull(kind, "kind");
        this.namespace = requireNonNull(namespace, "namespace");
        this.name = requireNonNull(name, "name");
        this.hash = 31 * (31 * (31 * group.hashCode() + kind.hashCode()) + namespace.hashCode()) + name.hashCode();
    }

    /**
     * Names an object.
     *
     * @param group API group; empty for the core group
     * @param kind kind, such as {@code VirtualService}
     * @param namespace namespace; empty for an object of the whole cluster
     * @param name name
     * @return the key
     */
    public static ResourceKey of(String group, String kind, String namespace, String name) {
        return new ResourceKey(group, kind, namespace, name);
    }

    /** {@return API group; empty for the core group} */
    public String group() {
        return group;
    }

    /** {@return kind, such as {@code VirtualService}} */
    public String kind() {
        return kind;
    }

    /** {@return namespace; empty for an object of the whole cluster} */
    public String namespace() {
        return namespace;
    }

    /** {@return name} */
    public String name() {
        return name;
    }

    @Override
    public int compareTo(ResourceKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceKey that
                && hash == that.hash
                && name.equals(that.name)
                && namespace.equals(that.namespace)
                && kind.equals(that.kind)
                && group.equals(that.group);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@return {@code Kind/namespace/name}, or {@code Kind/name} without a namespace} */
    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
    }
}
