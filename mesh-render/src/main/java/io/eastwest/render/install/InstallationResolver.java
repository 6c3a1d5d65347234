package io.eastwest.render.install;

import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.sail.IstioUpdateStrategy;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.EastWestGatewayForm;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.InstallTool;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes every choice that a topology leaves open. */
final class InstallationResolver {
    private static final String VERSION = "v1.30.3";
    private static final String EXTERNAL = "external-istiod";

    private final MeshTopologySpec mesh;

    private InstallationResolver(MeshTopologySpec mesh) {
        this.mesh = mesh;
    }

    /**
     * Resolves a specification.
     *
     * @throws InvalidResourceException if it cannot be installed; lists all reasons
     */
    static Installation resolve(InstallSpec spec) {
        MeshTopologySpec mesh = spec.topology().spec();
        InstallationRules rules = new InstallationRules(spec);
        rules.checkNames();
        rules.throwIfAny();
        InstallationResolver resolver = new InstallationResolver(mesh);
        List<InstalledCluster> clusters =
                mesh.clusters().stream().map(resolver::cluster).toList();
        rules.checkClusters(clusters);
        rules.throwIfAny();
        return new Installation(spec, clusters);
    }

    private InstalledCluster cluster(ClusterTopology cluster) {
        InstallRole role = role(cluster);
        DataPlane dataPlane = install(cluster).dataPlane().orElse(DataPlane.sidecar);
        EastWestGatewayForm form = cluster.eastWestGateway()
                .flatMap(EastWestGateway::form)
                .orElse(
                        dataPlane == DataPlane.ambient
                                ? EastWestGatewayForm.gatewayApi
                                : EastWestGatewayForm.deployment);
        return new InstalledCluster(
                cluster,
                role,
                install(cluster).tool().orElse(InstallTool.sail),
                dataPlane,
                inherited(cluster, ClusterInstall::version).orElse(VERSION),
                inherited(cluster, ClusterInstall::revision)
                        .orElse(isHosted(cluster) ? EXTERNAL : InstalledCluster.DEFAULT),
                inherited(cluster, ClusterInstall::namespace).orElseGet(() -> namespace(cluster)),
                updates(cluster),
                form);
    }

    private Optional<IstioUpdateStrategy> updates(ClusterTopology cluster) {
        return inherited(cluster, ClusterInstall::updateStrategy);
    }

    private String namespace(ClusterTopology cluster) {
        if (role(cluster) == InstallRole.host) {
            return "istio-system";
        }
        return isHosted(cluster) ? mesh.rootNamespace().orElse(EXTERNAL) : mesh.rootNamespaceOrDefault();
    }

    /** Whether the istiod of a cluster runs in a host: it holds the configuration, or follows the cluster that does. */
    private boolean isHosted(ClusterTopology cluster) {
        return switch (role(cluster)) {
            case config -> true;
            case remote ->
                followed(cluster)
                        .filter(other -> role(other) == InstallRole.config)
                        .isPresent();
            case primary, host -> false;
        };
    }

    static InstallRole role(ClusterTopology cluster) {
        return install(cluster)
                .role()
                .orElse(
                        cluster.controlPlaneOrDefault().equals(cluster.name())
                                ? InstallRole.primary
                                : InstallRole.remote);
    }

    private static ClusterInstall install(ClusterTopology cluster) {
        return cluster.install().orElseGet(ClusterInstall::empty);
    }

    /** What the cluster says, else, for a remote, what the cluster says whose configuration it follows. */
    private <T> Optional<T> inherited(ClusterTopology cluster, Function<ClusterInstall, Optional<T>> field) {
        Optional<T> own = field.apply(install(cluster));
        return own.isPresent() || role(cluster) != InstallRole.remote
                ? own
                : followed(cluster).flatMap(other -> field.apply(install(other)));
    }

    private Optional<ClusterTopology> followed(ClusterTopology remote) {
        Optional<ClusterTopology> server = mesh.cluster(remote.controlPlaneOrDefault());
        return server.filter(cluster -> role(cluster) == InstallRole.host)
                .flatMap(host -> mesh.clusters().stream()
                        .filter(cluster -> role(cluster) == InstallRole.config
                                && cluster.controlPlaneOrDefault().equals(host.name()))
                        .findFirst())
                .or(() -> server);
    }
}
