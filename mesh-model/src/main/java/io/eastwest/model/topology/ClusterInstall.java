package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.sail.IstioUpdateStrategy;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** How Istio is installed in a cluster. Read when manifests are rendered. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ClusterInstallBuilder.ImmutableClusterInstall.class)
@JsonDeserialize(as = ClusterInstallBuilder.ImmutableClusterInstall.class)
public interface ClusterInstall {
    /**
     * {@return what the cluster does for the control plane; empty: {@link InstallRole#primary} when it is its own control
     * plane, else {@link InstallRole#remote}}
     */
    Optional<InstallRole> role();

    /** {@return what installs Istio; empty: {@link InstallTool#sail}} */
    Optional<InstallTool> tool();

    /** {@return what carries the traffic; empty: {@link DataPlane#sidecar}} */
    Optional<DataPlane> dataPlane();

    /** {@return release of Istio with a leading {@code v}; empty: the one that this SDK mirrors} */
    Optional<String> version();

    /**
     * {@return name of the {@code Istio} resource, which is the revision unless updates are by revision; empty: that of
     * the control plane, else {@code default}}
     */
    Optional<String> revision();

    /** {@return namespace of istiod; empty: that of the control plane, else the root namespace of the mesh} */
    Optional<String> namespace();

    /** {@return how the operator updates; empty: in place} */
    Optional<IstioUpdateStrategy> updateStrategy();

    /**
     * {@return address at which this cluster reaches the istiod of another, an IP address or a DNS name without port;
     * empty: the first address of the east-west gateway there}
     */
    Optional<String> remotePilotAddress();

    /** {@return a builder that starts with these values} */
    default ClusterInstallBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ClusterInstall empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ClusterInstallBuilder builder() {
        return new ClusterInstallBuilder();
    }
}
