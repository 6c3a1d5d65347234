package io.eastwest.render.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.key.KeyAlgorithm;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documents. */
class InstallSnippets {
    @Test
    void plan(@TempDir Path folder) {
        MeshTopology topology = MeshTopology.of(
                "shop",
                MeshTopologySpec.builder()
                        .meshId("shop")
                        .addCluster(ClusterTopology.builder()
                                .name("east")
                                .network("network-east")
                                .platform(ClusterPlatform.openshift)
                                .build())
                        .addCluster(ClusterTopology.builder()
                                .name("west")
                                .network("network-west")
                                .platform(ClusterPlatform.openshift)
                                .build())
                        .build());

        InstallPlan plan = InstallPlan.of(InstallSpec.of(topology));
        plan.writeTo(folder.resolve("mesh"));

        assertThat(plan.text()).startsWith("# Installation of shop");
        assertThat(folder.resolve("mesh/clusters/east/16-istio-default.yaml")).exists();
        assertThat(folder.resolve("mesh/INSTALL.md")).hasContent(plan.text());
    }

    /** The first example of {@code docs/installation.md}. */
    @Test
    void material(@TempDir Path folder) {
        MeshTopology topology = InstallSpecs.multiPrimary(ClusterPlatform.kubernetes, "n1", "n2")
                .topology();
        MeshTrust trust = MeshTrust.builder()
                .clock(Clock.systemUTC())
                .random(new SecureRandom())
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("c1")
                .cluster("c2")
                .build();
        String server = "https://c1.example.com:6443";
        String authority = "authority";
        SecretBytes token = SecretBytes.ofText("token");

        InstallPlan plan = InstallPlan.of(InstallSpec.builder()
                .topology(topology)
                .addAllAuthorities(trust.bundles()) // cacerts, from mesh-pki
                .addCredential(RemoteCredential.token("c1", server, authority, token))
                .build());
        plan.writeTo(folder);

        assertThat(plan.secretFiles())
                .containsKeys(
                        "clusters/c1/secret/10-secret-istio-system.cacerts.yaml",
                        "clusters/c2/secret/70-secret-istio-system.istio-remote-secret-c1.yaml");
    }

    @Test
    void ambient() {
        ClusterInstall ambient =
                ClusterInstall.builder().dataPlane(DataPlane.ambient).build();

        InstallPlan plan = InstallPlan.of(InstallSpec.of(MeshTopology.of(
                "shop",
                MeshTopologySpec.builder()
                        .addCluster(ClusterTopology.builder()
                                .name("east")
                                .network("network-east")
                                .install(ambient)
                                .build())
                        .build())));

        assertThat(plan.files()).containsKey("clusters/east/19-ztunnel-default.yaml");
    }
}
