package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.reader.Manifest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a cluster. Equal to another of the same cluster and key, which is the same object.
 *
 * @param <T> type of its kind
 * @param cluster cluster that holds it
 * @param manifest the object and its places
 * @param resource the object
 */
record Found<T extends MeshResource>(String cluster, Manifest manifest, T resource) {
    ResourceKey key() {
        return resource.key();
    }

    String namespace() {
        return resource.metadata().namespaceOrDefault();
    }

    String name() {
        return resource.metadata().name();
    }

    Map<String, String> labels() {
        return resource.metadata().labels();
    }

    Map<String, String> annotations() {
        return resource.metadata().annotations();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Found<?> that && cluster.equals(that.cluster) && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return 31 * cluster.hashCode() + key().hashCode();
    }
}
