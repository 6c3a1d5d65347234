package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import java.util.List;
import java.util.Map;

/** What a control plane reads in one cluster, before it is merged with other clusters. Immutable and thread-safe. */
public interface ClusterView {
    /** {@return cluster id} */
    String name();

    /** {@return network of its pods; empty text: none} */
    String network();

    /** {@return its Services, by namespace, then name} */
    List<MeshService> services();

    /**
     * {@return labels of one of its namespaces; empty when unknown}
     *
     * @param namespace name of the namespace
     */
    Map<String, String> namespaceLabels(String namespace);

    /**
     * {@return its resources of a kind, as stored, by namespace, then name}
     *
     * @param <T> type of the kind
     * @param kind the kind
     */
    <T extends MeshResource> List<T> resources(Class<T> kind);
}
