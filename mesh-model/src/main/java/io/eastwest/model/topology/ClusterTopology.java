package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One cluster of a mesh. What a manifest of the cluster says wins. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ClusterTopologyBuilder.ImmutableClusterTopology.class)
@JsonDeserialize(as = ClusterTopologyBuilder.ImmutableClusterTopology.class)
public interface ClusterTopology {
    /** {@return name, which is the cluster ID ({@code values.global.multiCluster.clusterName})} */
    String name();

    /** {@return network ({@code values.global.network}); empty: {@code ""}, one flat network} */
    Optional<String> network();

    /** {@return cluster whose istiod serves the proxies of this one; empty: itself} */
    Optional<String> controlPlane();

    /** {@return other clusters whose API server this cluster's istiod reads; empty: every other; an empty list: none} */
    Optional<List<String>> discovers();

    /** {@return address of the API server as other clusters reach it, such as {@code https://10.0.0.1:6443}} */
    Optional<String> apiServer();

    /** {@return what the cluster runs on; empty: {@link ClusterPlatform#kubernetes}} */
    Optional<ClusterPlatform> platform();

    /** {@return region of its nodes, used only when the manifests hold no Nodes} */
    Optional<String> region();

    /** {@return zones over which its nodes are spread evenly, used only when the manifests hold no Nodes} */
    List<String> zones();

    /** {@return where its east-west gateway is reached from other networks} */
    Optional<EastWestGateway> eastWestGateway();

    /**
     * {@return how Istio is installed; read when manifests are rendered, what a manifest says wins otherwise. Roles also tell
     * where an istiod that runs elsewhere is configured, see {@link MeshTopologySpec#configurationOf}}
     */
    Optional<ClusterInstall> install();

    /** {@return network; empty text is the one flat network} */
    default String networkOrDefault() {
        return network().orElse("");
    }

    /** {@return cluster whose istiod serves the proxies of this one} */
    default String controlPlaneOrDefault() {
        return controlPlane().orElseGet(this::name);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ClusterTopologyBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * A primary cluster of the flat network that discovers every other.
     *
     * @param name its name
     * @return the cluster
     */
    static ClusterTopology of(String name) {
        return builder().name(name).build();
    }

    /** {@return an empty builder} */
    static ClusterTopologyBuilder builder() {
        return new ClusterTopologyBuilder();
    }
}
