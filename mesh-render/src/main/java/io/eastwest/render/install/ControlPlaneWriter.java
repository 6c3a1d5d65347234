package io.eastwest.render.install;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshConfigBuilder;
import io.eastwest.model.sail.GlobalValues;
import io.eastwest.model.sail.GlobalValuesBuilder;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioSpec;
import io.eastwest.model.sail.IstioSpecBuilder;
import io.eastwest.model.sail.IstioValues;
import io.eastwest.model.sail.IstioValuesBuilder;
import io.eastwest.model.sail.IstiodRemoteValues;
import io.eastwest.model.sail.MultiClusterValues;
import io.eastwest.model.sail.PilotValues;
import io.eastwest.model.sail.PilotValuesBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code Istio} resource of a cluster that is not part of an external control plane. Its values are also those of the
 * Helm charts and of istioctl. Mirrors istio 1.30.3 {@code manifests/charts/istio-control/istio-discovery} and
 * sail-operator 1.30.3 {@code controllers/istio/istio_controller.go:managesExternalRevision}, which needs the variable.
 */
final class ControlPlaneWriter {
    private static final String DEFAULT_TRUST_DOMAIN = "cluster.local";

    private ControlPlaneWriter() {}

    static Istio of(Installation mesh, InstalledCluster cluster) {
        IstioSpecBuilder spec = IstioSpec.builder()
                .version(cluster.version())
                .namespace(cluster.namespace())
                .updateStrategy(cluster.updates())
                .profile(profile(cluster))
                .values(values(mesh, cluster));
        return Istio.of(cluster.resource(), spec.build());
    }

    static Optional<InstallProfile> profile(InstalledCluster cluster) {
        if (!cluster.isPrimary()) {
            return Optional.of(InstallProfile.remote);
        }
        return cluster.isAmbient() ? Optional.of(InstallProfile.ambient) : Optional.empty();
    }

    static IstioValues values(Installation mesh, InstalledCluster cluster) {
        IstioValuesBuilder values = IstioValues.builder().meshConfig(meshConfig(mesh, cluster));
        GlobalValuesBuilder global = global(mesh, cluster);
        if (cluster.isPrimary()) {
            if (mesh.servesRemotes(cluster)) {
                global.externalIstiod(true);
            }
            values.pilot(primary(mesh, cluster));
        } else {
            global.remotePilotAddress(mesh.pilotAddress(cluster));
            values.istiodRemote(IstiodRemoteValues.builder()
                    .injectionPath(injectionPath(cluster))
                    .build());
            if (meshConfig(mesh, cluster).isPresent()) {
                values.pilot(configMap(PilotValues.builder()).build());
            }
        }
        return values.global(global.build()).build();
    }

    static GlobalValuesBuilder global(Installation mesh, InstalledCluster cluster) {
        GlobalValuesBuilder global = GlobalValues.builder()
                .meshID(mesh.mesh().meshId())
                .multiCluster(
                        MultiClusterValues.builder().clusterName(cluster.name()).build());
        if (!cluster.network().isEmpty()) {
            global.network(cluster.network());
        }
        return global;
    }

    /** Where the API server of a remote cluster asks for injection, so that pods know cluster and network. */
    static String injectionPath(InstalledCluster cluster) {
        String path = "/inject/cluster/" + cluster.name();
        return cluster.network().isEmpty() ? path : path + "/net/" + escape(cluster.network());
    }

    private static String escape(String text) {
        return text.replace("/", "--slash--");
    }

    static PilotValuesBuilder configMap(PilotValuesBuilder pilot) {
        return pilot.putOtherField("configMap", Json.of(true));
    }

    static Optional<MeshConfig> meshConfig(Installation mesh, InstalledCluster cluster) {
        MeshConfigBuilder config = MeshConfig.builder();
        String trustDomain = mesh.mesh().trustDomainOrDefault();
        if (!trustDomain.equals(DEFAULT_TRUST_DOMAIN)) {
            config.trustDomain(trustDomain);
        }
        mesh.mesh()
                .rootNamespace()
                .filter(root -> !root.equals(cluster.namespace()))
                .ifPresent(config::rootNamespace);
        MeshConfig built = config.build();
        return built.equals(MeshConfig.empty()) ? Optional.empty() : Optional.of(built);
    }

    private static Optional<PilotValues> primary(Installation mesh, InstalledCluster cluster) {
        PilotValuesBuilder pilot = PilotValues.builder();
        if (cluster.isAmbient()) {
            pilot.trustedZtunnelNamespace(Names.ZTUNNEL_NAMESPACE);
            if (mesh.severalNetworks()) {
                pilot.putEnv("AMBIENT_ENABLE_MULTI_NETWORK", Names.TRUE);
            }
        }
        if (mesh.servesRemotes(cluster) && cluster.isSail()) {
            pilot.putEnv("EXTERNAL_ISTIOD", Names.TRUE);
        }
        insecureKubeconfigs(mesh, cluster).ifPresent(allowed -> pilot.putEnv(KubeconfigCheck.ALLOWED, allowed));
        PilotValues built = pilot.build();
        return built.equals(PilotValues.builder().build()) ? Optional.empty() : Optional.of(built);
    }

    /** What the kubeconfigs that istiod is given need to be allowed, because their owner chose it. */
    static Optional<String> insecureKubeconfigs(Installation mesh, InstalledCluster cluster) {
        List<String> observed =
                mesh.observedBy(cluster).stream().map(InstalledCluster::name).toList();
        boolean exec = mesh.spec().credentials().stream()
                .anyMatch(
                        credential -> credential instanceof ExecCredential && observed.contains(credential.cluster()));
        return exec ? Optional.of("exec") : Optional.empty();
    }

    /** All of a cluster, in the order of application. */
    static List<Istio> all(Installation mesh, InstalledCluster cluster) {
        List<Istio> resources = new ArrayList<>();
        switch (cluster.role()) {
            case primary, remote -> resources.add(of(mesh, cluster));
            case config -> resources.add(ExternalControlPlaneWriter.config(mesh, cluster));
            case host -> {
                resources.add(ExternalControlPlaneWriter.gatewayHost(cluster));
                resources.add(ExternalControlPlaneWriter.controlPlane(mesh, cluster));
            }
        }
        return resources;
    }
}
