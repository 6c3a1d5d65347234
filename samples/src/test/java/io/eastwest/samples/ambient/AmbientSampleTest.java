package io.eastwest.samples.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.validation.MeshValidation;
import io.eastwest.routing.Decision;
import io.eastwest.routing.Hop;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In which order do workloads move from sidecars to ambient mode so that policies keep holding? */
class AmbientSampleTest {
    @ParameterizedTest
    @EnumSource(value = MigrationStep.class, names = "BACKEND_FIRST", mode = EnumSource.Mode.EXCLUDE)
    void policyHoldsInEveryState(MigrationStep step) {
        MeshRouter router = MeshRouter.of(step.mesh());
        Decision write = router.decide(AmbientSample.WRITE);

        assertThat(router.decide(AmbientSample.READ).isForwarded()).isTrue();
        assertThat(write.isRefused()).isTrue();
        assertThat(write.outcomes()).isNotEmpty().allSatisfy(outcome -> {
            assertThat(outcome.reason()).isEqualTo(Reason.RBAC_DENIED);
            assertThat(outcome.status()).hasValue(403);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIDECARS | CLIENT_SIDECAR, SERVER_SIDECAR mutual TLS",
                "FRONTEND | CLIENT_ZTUNNEL, SERVER_SIDECAR HBONE",
                "WAYPOINT | CLIENT_ZTUNNEL, WAYPOINT HBONE, SERVER_SIDECAR HBONE",
                "BACKEND  | CLIENT_ZTUNNEL, WAYPOINT HBONE, SERVER_ZTUNNEL HBONE"
            })
    void callsTakeTheWayOfTheState(MigrationStep step, String way) {
        Decision decision = MeshRouter.of(step.mesh()).decide(AmbientSample.READ);

        assertThat(decision.endpoints())
                .hasSize(2)
                .allSatisfy(target -> assertThat(hops(target.hops())).isEqualTo(List.of(way.split(", "))));
    }

    @Test
    void backendFirstLosesTheCallsThatAreAllowed() {
        Decision read = MeshRouter.of(MigrationStep.BACKEND_FIRST.mesh()).decide(AmbientSample.READ);

        assertThat(read.isRefused()).isTrue();
        assertThat(read.findings()).anyMatch(finding -> finding.contains("ztunnel does not look at methods"));
    }

    @ParameterizedTest
    @EnumSource(MigrationStep.class)
    void manifestsAreAdmitted(MigrationStep step) {
        assertThat(MeshValidation.check(step.mesh())).noneMatch(issue -> issue.isError());
    }

    @Test
    void answerTellsEveryState() {
        assertThat(AmbientSample.answer())
                .contains("\nsidecars: the policy holds\nGET ", "\nbackend: the policy holds\nGET ")
                .contains("\nbackend first: the policy does not hold\nGET ");
    }

    private static List<String> hops(List<Hop> hops) {
        return hops.stream()
                .map(hop -> (hop.kind() + " " + hop.secured()).trim())
                .toList();
    }
}
