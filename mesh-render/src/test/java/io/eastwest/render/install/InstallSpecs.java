package io.eastwest.render.install;

import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterInstallBuilder;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.ClusterTopologyBuilder;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.EastWestGatewayForm;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.InstallTool;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.MeshTrustBuilder;
import io.eastwest.pki.key.KeyAlgorithm;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The install models with all material given, two clusters each. */
public final class InstallSpecs {
    static final String TOKEN = "dG9rZW4tb2YtdGhlLXJlYWRlcg";

    private InstallSpecs() {}

    public static InstallSpec multiPrimary(ClusterPlatform platform, String network1, String network2) {
        return withMaterial(topology(primary("c1", network1, platform), primary("c2", network2, platform)));
    }

    public static InstallSpec primaryRemote(ClusterPlatform platform, String network1, String network2) {
        return withMaterial(topology(
                primary("c1", network1, platform).toBuilder()
                        .eastWestGateway(gateway("192.0.2.1"))
                        .build(),
                cluster("c2", network2, platform, install -> {})
                        .controlPlane("c1")
                        .build()));
    }

    public static InstallSpec external(ClusterPlatform platform) {
        return withMaterial(topology(
                cluster("c1", "", platform, install -> install.role(InstallRole.host))
                        .eastWestGateway(gateway("192.0.2.1"))
                        .build(),
                cluster("c2", "network1", platform, install -> install.role(InstallRole.config))
                        .controlPlane("c1")
                        .build()));
    }

    public static InstallSpec ambient(ClusterPlatform platform) {
        return withMaterial(topology(
                cluster("c1", "network1", platform, install -> install.dataPlane(DataPlane.ambient))
                        .build(),
                cluster("c2", "network2", platform, install -> install.dataPlane(DataPlane.ambient))
                        .build()));
    }

    public static InstallSpec withTool(InstallSpec spec, InstallTool tool) {
        return withEach(spec, install -> install.tool(tool));
    }

    public static InstallSpec withEach(InstallSpec spec, Consumer<ClusterInstallBuilder> change) {
        List<ClusterTopology> clusters = new ArrayList<>();
        for (ClusterTopology cluster : spec.topology().spec().clusters()) {
            ClusterInstallBuilder install = cluster.install().orElse(ClusterInstall.empty()).toBuilder();
            change.accept(install);
            clusters.add(cluster.toBuilder().install(install.build()).build());
        }
        return withMaterial(topology(clusters.toArray(ClusterTopology[]::new)));
    }

    static InstallSpec withGateways(InstallSpec spec, EastWestGatewayForm form) {
        List<ClusterTopology> clusters = new ArrayList<>();
        for (ClusterTopology cluster : spec.topology().spec().clusters()) {
            EastWestGateway gateway = cluster
                    .eastWestGateway()
                    .orElse(EastWestGateway.builder().build())
                    .toBuilder()
                    .form(form)
                    .build();
            clusters.add(cluster.toBuilder().eastWestGateway(gateway).build());
        }
        return withMaterial(topology(clusters.toArray(ClusterTopology[]::new)));
    }

    static ClusterTopology primary(String name, String network, ClusterPlatform platform) {
        return cluster(name, network, platform, install -> {}).build();
    }

    static ClusterTopologyBuilder cluster(
            String name, String network, ClusterPlatform platform, Consumer<ClusterInstallBuilder> change) {
        ClusterInstallBuilder install = ClusterInstall.builder();
        change.accept(install);
        ClusterTopologyBuilder cluster = ClusterTopology.builder().name(name).platform(platform);
        if (!network.isEmpty()) {
            cluster.network(network);
        }
        ClusterInstall built = install.build();
        return built.equals(ClusterInstall.empty()) ? cluster : cluster.install(built);
    }

    static EastWestGateway gateway(String address) {
        return EastWestGateway.builder().addAddress(address).build();
    }

    static MeshTopology topology(ClusterTopology... clusters) {
        return MeshTopology.of(
                "mesh1",
                MeshTopologySpec.builder().meshId("mesh1").addClusters(clusters).build());
    }

    public static InstallSpec withMaterial(MeshTopology topology) {
        InstallSpecBuilder spec = InstallSpec.builder().topology(topology);
        MeshTrustBuilder trust = MeshTrust.builder()
                .clock(Clock.systemUTC())
                .random(new SecureRandom())
                .algorithm(KeyAlgorithm.EC_P256);
        List<String> issuers = new ArrayList<>();
        for (ClusterTopology cluster : topology.spec().clusters()) {
            InstallRole role = InstallationResolver.role(cluster);
            if (role == InstallRole.primary || role == InstallRole.host) {
                trust.cluster(cluster.name());
                issuers.add(cluster.name());
            }
        }
        MeshTrust built = trust.build();
        issuers.forEach(name -> spec.addAuthority(built.bundle(name)));
        Installation mesh = InstallationResolver.resolve(InstallSpec.of(topology));
        mesh.clusters().stream()
                .filter(cluster -> ReaderAccessWriter.isObserved(mesh, cluster))
                .forEach(cluster -> spec.addCredential(credential(cluster.name())));
        return spec.build();
    }

    static RemoteCredential credential(String cluster) {
        return RemoteCredential.token(
                cluster, "https://" + cluster + ".example.com:6443", "CA", SecretBytes.ofText(TOKEN));
    }
}
