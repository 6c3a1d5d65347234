package io.eastwest.render.install;

import io.eastwest.model.sail.IstioUpdateStrategy;
import io.eastwest.model.sail.UpdateStrategyType;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.EastWestGatewayForm;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.InstallTool;
import java.util.Optional;

/**
 * A cluster with every choice made.
 *
 * @param topology what the topology says
 * @param role what it does for the control plane
 * @param tool what installs Istio
 * @param dataPlane what carries the traffic
 * @param version release with a leading v
 * @param resource name of the {@code Istio} resource
 * @param namespace namespace of istiod
 * @param updates how the operator updates
 * @param gatewayForm how its east-west gateway is made
 */
record InstalledCluster(
        ClusterTopology topology,
        InstallRole role,
        InstallTool tool,
        DataPlane dataPlane,
        String version,
        String resource,
        String namespace,
        Optional<IstioUpdateStrategy> updates,
        EastWestGatewayForm gatewayForm) {
    static final String DEFAULT = "default";

    String name() {
        return topology.name();
    }

    String network() {
        return topology.networkOrDefault();
    }

    String controlPlane() {
        return topology.controlPlaneOrDefault();
    }

    boolean isOpenShift() {
        return topology.platform().filter(ClusterPlatform.openshift::equals).isPresent();
    }

    boolean isAmbient() {
        return dataPlane == DataPlane.ambient;
    }

    boolean isPrimary() {
        return role == InstallRole.primary;
    }

    boolean isHost() {
        return role == InstallRole.host;
    }

    boolean isSail() {
        return tool == InstallTool.sail;
    }

    /** Whether the cluster runs workloads of the mesh. */
    boolean hasWorkloads() {
        return role != InstallRole.host;
    }

    /** The revision that the operator makes of the resource. Mirrors sail-operator 1.30.3 {@code pkg/revision}. */
    String revision() {
        boolean byRevision = updates.flatMap(IstioUpdateStrategy::type)
                .filter(UpdateStrategyType.RevisionBased::equals)
                .isPresent();
        return byRevision ? resource + "-" + version.replace('.', '-') : resource;
    }

    boolean isDefaultRevision() {
        return revision().equals(DEFAULT);
    }

    /** What names of the control plane end with: nothing for the default revision. */
    String suffix() {
        return isDefaultRevision() ? "" : "-" + revision();
    }

    String istiod() {
        return "istiod" + suffix();
    }
}
