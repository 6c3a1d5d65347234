package io.eastwest.render.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.nio.file.Path;
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
