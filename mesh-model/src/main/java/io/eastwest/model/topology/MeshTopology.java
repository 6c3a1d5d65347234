package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/** The clusters of one mesh, as {@code topology.yaml} lists them. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshTopologyBuilder.ImmutableMeshTopology.class)
@JsonDeserialize(as = MeshTopologyBuilder.ImmutableMeshTopology.class)
public interface MeshTopology extends MeshResource {
    @Override
    @Value.Default
    default String apiVersion() {
        return "eastwest.io/v1";
    }

    @Override
    default String kind() {
        return "MeshTopology";
    }

    @Override
    ObjectMeta metadata();

    /** {@return the mesh and its clusters} */
    MeshTopologySpec spec();

    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return a builder that starts with these values} */
    default MeshTopologyBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * A topology.
     *
     * @param name name of the mesh, for people
     * @param spec the mesh and its clusters
     * @return the topology
     */
    static MeshTopology of(String name, MeshTopologySpec spec) {
        return builder().metadata(ObjectMeta.of(name)).spec(spec).build();
    }

    /** {@return an empty builder} */
    static MeshTopologyBuilder builder() {
        return new MeshTopologyBuilder();
    }
}
