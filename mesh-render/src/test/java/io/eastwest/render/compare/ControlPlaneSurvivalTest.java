package io.eastwest.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes on in each cluster, event by event: the table of section 12.2 of multicluster.md. */
class ControlPlaneSurvivalTest {
    /** Two clusters of a network each, and a third for the external control plane; services fail over. */
    private static final ModelComparison COMPARISON = ComparedMeshes.of("n1", "n2")
            .host()
            .service("web", "c1", "c2")
            .failover("web")
            .compare();

    private static FailureImpact impact(String model, String failure) {
        return COMPARISON.assessments().stream()
                .filter(assessment -> assessment.model().title().equals(model))
                .flatMap(assessment -> assessment.failures().stream())
                .filter(impact -> impact.failure().name().equals(failure))
                .findFirst()
                .orElseThrow();
    }

    private static String survival(ClusterSurvival cluster) {
        if (!cluster.up()) {
            return "down";
        }
        if (cluster.isFrozen()) {
            return "frozen";
        }
        String text = cluster.configuration() ? "" : "fixed ";
        return (text
                        + (cluster.staleEndpoints().isEmpty()
                                ? ""
                                : "stale " + cluster.staleEndpoints().get(0)))
                .strip();
    }

    @ParameterizedTest
    @CsvSource({
        "multi-primary,  control plane in c1,                   frozen,   ''",
        "multi-primary,  cluster c1,                            down,     stale c1",
        "multi-primary,  link n1-n2,                            stale c2, stale c1",
        "multi-primary,  gateways of n1,                        '',       ''",
        "multi-primary,  gateways of n2,                        '',       ''",
        "ambient,        control plane in c2,                   '',       frozen",
        "ambient,        gateways of n1,                        '',       ''",
        "primary-remote, control plane in c1,                   frozen,   frozen",
        "primary-remote, cluster c1,                            down,     frozen",
        "primary-remote, cluster c2,                            stale c2, down",
        "primary-remote, link n1-n2,                            stale c2, frozen",
        "primary-remote, gateways of n1,                        '',       frozen",
        "primary-remote, gateways of n2,                        '',       ''",
        "external,       control plane in x,                    frozen,   frozen",
        "external,       cluster x,                             frozen,   frozen",
        "external,       gateway of the control plane in x,     frozen,   frozen",
        "external,       link n1-outside,                       frozen,   fixed stale c1",
        "external,       link n2-outside,                       stale c2, frozen",
        "external,       cluster c1,                            down,     fixed stale c1",
        "external,       cluster c2,                            stale c2, down",
        "external,       link n1-n2,                            '',       ''",
    })
    void ofEachClusterIsThatOfTheTable(String model, String failure, String c1, String c2) {
        assertThat(impact(model, failure).clusters().stream().map(ControlPlaneSurvivalTest::survival))
                .containsExactly(c1, c2);
    }

    @Test
    void callsGoOnWithoutAControlPlane() {
        for (ModelAssessment assessment : COMPARISON.assessments()) {
            for (FailureImpact impact : assessment.failures()) {
                if (impact.failure().name().startsWith("control plane")) {
                    assertThat(impact.changed()).isEmpty();
                    assertThat(impact.clusters())
                            .allSatisfy(
                                    cluster -> assertThat(cluster.ownCalls()).isEqualTo(TrafficState.KEPT));
                }
            }
        }
    }

    @Test
    void aControlPlaneThatIsDownStopsAllThatItReads() {
        assertThat(impact("primary-remote", "control plane in c1").clusters())
                .extracting(ClusterSurvival::staleEndpoints)
                .containsExactly(List.of("c1", "c2"), List.of("c1", "c2"));
        assertThat(impact("multi-primary", "control plane in c1")
                        .clusters()
                        .get(1)
                        .staleEndpoints())
                .as("the other still reads the API server there")
                .isEmpty();
    }

    @Test
    void everyClusterServesItselfWhileTheLinkIsCut() {
        assertThat(impact("multi-primary", "link n1-n2").clusters()).allSatisfy(cluster -> {
            assertThat(cluster.ownCalls()).isEqualTo(TrafficState.KEPT);
            assertThat(cluster.crossCalls()).isEqualTo(TrafficState.NONE);
        });
    }

    @Test
    void callsAcrossAreLostWithTheGatewaysOfTheirNetwork() {
        ModelAssessment assessment = ComparedMeshes.of("n1", "n2")
                .service("web", "c1", "c2")
                .failover("web")
                .service("ledger", "c1")
                .compare()
                .assessment(InstallModel.MULTI_PRIMARY_SEVERAL_NETWORKS)
                .orElseThrow();
        FailureImpact gateways = assessment.failures().stream()
                .filter(impact -> impact.failure().name().equals("gateways of n1"))
                .findFirst()
                .orElseThrow();

        assertThat(gateways.clusters())
                .extracting(ClusterSurvival::crossCalls)
                .containsExactly(TrafficState.NONE, TrafficState.LOST);
    }
}
