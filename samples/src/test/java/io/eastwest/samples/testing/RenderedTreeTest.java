package io.eastwest.samples.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;

import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.render.MeshTree;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpec;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.samples.manifests.ManifestsSample;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RenderedTreeTest {
    private static final MeshTopology TOPOLOGY = MeshTopology.of(
            "shop",
            MeshTopologySpec.builder()
                    .addCluster(ClusterTopology.builder()
                            .name("east")
                            .network("network-east")
                            .build())
                    .addCluster(ClusterTopology.builder()
                            .name("west")
                            .network("network-west")
                            .build())
                    .build());

    @Test
    void everyClusterGetsItsPart() {
        InstallPlan plan = InstallPlan.of(InstallSpec.of(TOPOLOGY));

        assertThat(plan).hasNoFindings().appliesCleanly().keepsSecretsApart();
        assertThat(plan)
                .forCluster("east")
                .contains("Gateway", "istio-system", "cross-network-gateway")
                .resource("Istio", "", "default")
                .hasField("spec.values.global.network", "network-east");
        assertThat(plan).matchesGolden(Path.of("src/test/resources/rendered/install"));
    }

    @Test
    void theRulesDoWhatTheyAreFor() {
        MeshTree tree = ManifestsSample.tree();
        Call call = Call.get("http://mybackend-app.my-backend:8080/").from("frontend", "my-frontend", "cluster-1");
        Conditions outage = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");

        assertThat(tree).decision(call).forwards().onlyInCluster("cluster-1");
        assertThat(tree).decision(call, outage).forwards().onlyInCluster("cluster-2");
    }
}
