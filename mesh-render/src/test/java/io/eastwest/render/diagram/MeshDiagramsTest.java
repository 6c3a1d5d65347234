package io.eastwest.render.diagram;

import static io.eastwest.model.topology.ClusterPlatform.kubernetes;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.render.GoldenTree;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpecs;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge.Line;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
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
        texts.put("diagram.svg", DiagramSvg.of(diagram));
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
    void failureShowsWhatMovesAndWhatIsLost() {
        MeshRouter router = MeshRouter.of(FAILOVER);
        Conditions outage = Conditions.clusterDown("cluster-2");

        golden("failure", MeshDiagrams.failure(router, MatrixAxes.of(router), MeshFailure.given("cluster-2", outage)));
    }

    @Test
    void failureOfOneCallShowsWhereItGoes() {
        Conditions outage = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");

        golden("failure-moved", MeshDiagrams.failure(MeshRouter.of(FAILOVER), ORDERS, outage));
    }

    @Test
    void failureOfNobodyShowsAllCallsAsTheyWere() {
        Diagram diagram = MeshDiagrams.failure(MeshRouter.of(FAILOVER), ORDERS, Conditions.healthy());

        assertThat(diagram.title())
                .isEqualTo("What moves when this fails: nothing is broken\n0 of 1 calls end otherwise");
        assertThat(diagram.edges()).singleElement().satisfies(edge -> {
            assertThat(edge.label()).isEqualTo("100%");
            assertThat(edge.line()).isEqualTo(Line.SOLID);
        });
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
}
