package io.eastwest.samples.primaryremote;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixCell.Change;
import io.eastwest.routing.question.MeshFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops in the remote cluster when the primary is gone? */
class PrimaryRemoteSampleTest {
    private static final MeshRouter ROUTER = PrimaryRemoteSample.router();
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-2");

    @Test
    void remoteObeysTheRulesOfThePrimary() {
        Decision decision = ROUTER.decide(ORDERS, Conditions.workloadDown("cluster-2", "my-backend", "mybackend-app"));

        assertThat(ROUTER.decide(ORDERS).shareOfCluster("cluster-2"))
                .as("the own region first, as the rule says")
                .isEqualTo(Share.ONE);
        assertThat(decision.shareOfCluster("cluster-1")).isEqualTo(Share.ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"control plane down cluster-1", "link cut", "cluster down cluster-1"})
    void callsGoOnAndWhatStopsIsTold(String outage) {
        Decision decision = ROUTER.decide(ORDERS, conditions(outage));

        assertThat(decision.shareOfCluster("cluster-2")).isEqualTo(Share.ONE);
        assertThat(decision.findings())
                .anyMatch(finding -> finding.startsWith("cluster cluster-2 has no control plane")
                        && finding.contains("new pods are not injected")
                        && finding.contains("certificates are not renewed"));
        assertThat(ROUTER.decide(ORDERS).findings()).isEmpty();
    }

    @Test
    void noCallIsLostForWantOfThePrimary() {
        FailureMatrix matrix = PrimaryRemoteSample.matrix(ROUTER);

        assertThat(matrix.failures().stream().map(MeshFailure::name))
                .containsExactly(
                        "control plane cluster-1", "link network1-network2", "cluster cluster-1", "cluster cluster-2");
        assertThat(matrix.rows().stream()
                        .filter(row -> row.call().caller().cluster().equals("cluster-2"))
                        .filter(row -> row.target().startsWith("mybackend-app")))
                .singleElement()
                .satisfies(row -> assertThat(row.cells().stream().map(cell -> cell.change()))
                        .containsExactly(Change.SAME, Change.SAME, Change.SAME, Change.NO_CALLER));
    }

    @Test
    void answerTellsAllOutages() {
        assertThat(PrimaryRemoteSample.answer())
                .startsWith("== What stops in the remote cluster when the primary is gone? ==\n\nToday: GET ")
                .contains("\nAll calls:\nTARGET ");
    }

    private static Conditions conditions(String outage) {
        return switch (outage) {
            case "control plane down cluster-1" -> Conditions.controlPlaneDown("cluster-1");
            case "link cut" -> Conditions.linkCut("network1", "network2");
            default -> Conditions.clusterDown("cluster-1");
        };
    }
}
