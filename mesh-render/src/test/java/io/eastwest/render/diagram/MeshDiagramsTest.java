package io.eastwest.render.diagram;

import static io.eastwest.model.topology.ClusterPlatform.kubernetes;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.render.GoldenTree;
import io.eastwest.render.diagram.DiagramEdge.Line;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpecs;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.trust.ClusterAuthentication;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MeshDiagramsTest {
    private static final MeshSnapshot FAILOVER =
            MeshSnapshot.read(Path.of("src/test/resources/mesh/failover")).orThrow();
    private static final MeshSnapshot SHOP =
            MeshSnapshot.read(Path.of("src/test/resources/mesh/shop")).orThrow();
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    private static void golden(String name, Diagram diagram) {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("diagram.mmd", diagram.toMermaid());
        texts.put("diagram.dot", diagram.toDot());
        GoldenTree.check(Path.of("src/test/resources/golden/diagram", name), texts);
    }

    @Test
    void topologyShowsNetworksControlPlanesAndGateways() {
        golden("topology", MeshDiagrams.topology(MeshRouter.of(FAILOVER)));
    }

    @Test
    void topologyShowsWhoServesARemoteCluster() {
        golden("topology-remote", MeshDiagrams.topology(MeshRouter.of(SHOP)));
    }

    @Test
    void decisionShowsHopsAndShares() {
        MeshRouter router = MeshRouter.of(FAILOVER);

        golden("decision", MeshDiagrams.decision(router.decide(ORDERS)));
    }

    @Test
    void decisionShowsTheGatewayThatTakesOver() {
        MeshRouter router = MeshRouter.of(FAILOVER);
        Conditions outage = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");

        golden("decision-outage", MeshDiagrams.decision(router.decide(ORDERS, outage)));
    }

    @Test
    void decisionShowsHowCallsAreRefused() {
        MeshRouter router = MeshRouter.of(FAILOVER);
        Conditions outage = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app")
                .and(Conditions.clusterDown("cluster-2"));

        golden("decision-refused", MeshDiagrams.decision(router.decide(ORDERS, outage)));
    }

    @Test
    void trustIsNotKnownWithoutCertificates() {
        ClusterAuthentication trust = ClusterAuthentication.of(FAILOVER, Instant.EPOCH);

        golden("trust", MeshDiagrams.trust(trust));
    }

    @Test
    void trustOfAPlanSucceedsBothWaysAndFailsOnceExpired() {
        MeshSnapshot mesh = InstallPlan.of(InstallSpecs.multiPrimary(kubernetes, "network1", "network2"))
                .tree()
                .snapshot();

        assertThat(MeshDiagrams.trust(ClusterAuthentication.of(mesh, Instant.now()))
                        .edges())
                .hasSize(2)
                .allSatisfy(edge -> {
                    assertThat(edge.line()).isEqualTo(Line.SOLID);
                    assertThat(edge.label()).isEqualTo("succeeds");
                });
        assertThat(MeshDiagrams.trust(ClusterAuthentication.of(mesh, Instant.parse("2999-01-01T00:00:00Z")))
                        .edges())
                .hasSize(2)
                .allSatisfy(edge -> {
                    assertThat(edge.line()).isEqualTo(Line.THICK);
                    assertThat(edge.label()).startsWith("fails\n");
                });
    }

    @Test
    void sharesAreNeverRoundedToNothingOrAll() {
        assertThat(SharePercent.of(Share.of(1, 3))).isEqualTo("33.33%");
        assertThat(SharePercent.of(Share.of(1, 1_000_000))).isEqualTo("0.01%");
        assertThat(SharePercent.of(Share.of(999_999, 1_000_000))).isEqualTo("99.99%");
        assertThat(SharePercent.of(Share.ONE)).isEqualTo("100%");
        assertThat(SharePercent.of(Share.ZERO)).isEqualTo("0%");
    }
}
