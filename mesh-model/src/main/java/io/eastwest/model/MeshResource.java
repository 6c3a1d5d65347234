package io.eastwest.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.eastwest.model.kubernetes.ObjectMeta;

/** One Kubernetes-style object: what every kind has. Implementations are immutable values. */
@JsonIgnoreProperties("kind") // an open type would keep it among its unknown fields
public interface MeshResource {
    /** {@return group and version as on the wire, such as {@code networking.istio.io/v1}; {@code v1} for the core group} */
    String apiVersion();

    /** {@return kind as on the wire, such as {@code VirtualService}} */
    String kind();

    /** {@return name, namespace, labels and the like} */
    ObjectMeta metadata();

    /** {@return whether objects of this kind live in a namespace; kinds of the whole cluster answer false} */
    default boolean namespaced() {
        return true;
    }

    /** {@return API group, the part of {@link #apiVersion()} before the slash; empty for the core group} */
    default String group() {
        return KindDefinition.groupOf(apiVersion());
    }

    /**
     * {@return what tells this object from all others of its cluster; a namespaced object without a namespace is in
     * {@code default}, where kubectl would put it}
     */
    default ResourceKey key() {
        String namespace = namespaced() ? metadata().namespaceOrDefault() : "";
        return ResourceKey.of(group(), kind(), namespace, metadata().name());
    }
}
