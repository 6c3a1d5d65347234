package io.eastwest.testing.mutation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.SourceLocation;
import java.util.Optional;

/**
 * A mesh with one change. Immutable.
 *
 * @param operator what is done
 * @param cluster the cluster whose configuration is changed
 * @param resource the resource that is changed
 * @param path what is changed in it; empty: the whole
 * @param location where that is written; empty: the mesh was made by code
 * @param description what is done, in words
 * @param changed the resource that comes of it; empty: there is none any more
 */
public record Mutant(
        MutationOperator operator,
        String cluster,
        ResourceKey resource,
        String path,
        Optional<SourceLocation> location,
        String description,
        Optional<MeshResource> changed) {
    /**
     * Makes the change.
     *
     * @param mesh the mesh
     * @return a mesh that differs in this
     */
    public MeshSnapshot in(MeshSnapshot mesh) {
        return changed.map(value -> mesh.toBuilder().put(cluster, value))
                .orElseGet(() -> mesh.toBuilder().remove(cluster, resource))
                .build();
    }

    /** {@return the change for people, one line: where it is, what it is} */
    public String toText() {
        return location.map(place -> place + " ").orElse(cluster + " ")
                + resource
                + (path.isEmpty() ? "" : " " + path)
                + ": "
                + description
                + " ("
                + operator
                + ")";
    }

    @Override
    public String toString() {
        return toText();
    }
}
