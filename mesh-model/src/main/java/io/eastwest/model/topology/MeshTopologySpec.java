package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A mesh and its clusters. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshTopologySpecBuilder.ImmutableMeshTopologySpec.class)
@JsonDeserialize(as = MeshTopologySpecBuilder.ImmutableMeshTopologySpec.class)
public interface MeshTopologySpec {
    /** {@return identifier of the mesh; empty: the trust domain, see {@link #meshIdOrDefault()}} */
    Optional<String> meshId();

    /** {@return trust domain of all identities; empty: {@code cluster.local}, see {@link #trustDomainOrDefault()}} */
    Optional<String> trustDomain();

    /**
     * {@return namespace of the control planes and of mesh-wide configuration; empty: {@code istio-system}, see
     * {@link #rootNamespaceOrDefault()}}
     */
    Optional<String> rootNamespace();

    /** {@return the clusters, in document order, which is the order of everything that lists clusters} */
    List<ClusterTopology> clusters();

    /** {@return the way into the clusters that does without the mesh, to compare the mesh with; empty: not told} */
    Optional<PlatformTopology> platform();

    /** {@return identifier of the mesh} */
    default String meshIdOrDefault() {
        return meshId().orElseGet(this::trustDomainOrDefault);
    }

    /** {@return trust domain of all identities} */
    default String trustDomainOrDefault() {
        return trustDomain().orElse("cluster.local");
    }

    /** {@return namespace of the control planes and of mesh-wide configuration} */
    default String rootNamespaceOrDefault() {
        return rootNamespace().orElse("istio-system");
    }

    /**
     * Finds a cluster.
     *
     * @param name its name
     * @return the first cluster of that name
     */
    default Optional<ClusterTopology> cluster(String name) {
        return clusters().stream()
                .filter(cluster -> cluster.name().equals(name))
                .findFirst();
    }

    /**
     * The clusters whose services and endpoints the control plane of a cluster knows: its own first, then those it
     * discovers, which without a statement are all others.
     *
     * @param controlPlane cluster that runs the control plane
     * @return names without duplicates, in the order of discovery
     */
    default List<String> visibleTo(String controlPlane) {
        return Discovery.visibleTo(this, controlPlane);
    }

    /**
     * The cluster whose API server holds the configuration of the proxies of a cluster: that of their control plane, or, where
     * that cluster only runs the istiod of another ({@link InstallRole#host}), the {@link InstallRole#config} cluster that it
     * serves.
     *
     * @param cluster a cluster
     * @return its name
     */
    default String configurationOf(ClusterTopology cluster) {
        return Discovery.configurationOf(this, cluster);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshTopologySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static MeshTopologySpecBuilder builder() {
        return new MeshTopologySpecBuilder();
    }
}
