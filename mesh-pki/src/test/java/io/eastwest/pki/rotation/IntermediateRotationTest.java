package io.eastwest.pki.rotation;

import static io.eastwest.pki.Fixtures.ISSUER;
import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.NOW;
import static io.eastwest.pki.Fixtures.OTHER_MESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntermediateRotationTest {
    private static final MeshTrust NEXT = below(MESH, Duration.ofDays(730));

    @Test
    void clustersRotateInAnyOrderWithoutABreak() {
        RotationPlan plan = MESH.rotationTo(NEXT);

        RotationSimulation simulation = plan.simulate(ISSUER);

        assertThat(plan.title()).isEqualTo("Intermediate rotation of east, west");
        assertThat(plan.isLockstep()).isFalse();
        assertThat(simulation.states()).hasSize(3 * 3);
        assertThat(simulation.isSafe()).isTrue();
        assertThat(simulation.unsafeWithoutWaiting()).isEmpty();
    }

    @Test
    void rootsKeepTheirBytesSoThatIstiodTakesTheSignerOver() {
        assertThat(MESH.rotationTo(NEXT).steps().get(0).bundles())
                .allSatisfy(bundle -> assertThat(ReloadRules.decide(MESH.roots(), bundle.roots(), false))
                        .isEqualTo(ReloadDecision.SIGNER_TAKEN));
    }

    @Test
    void signerThatShortensWorkloadCertificatesIsARisk() {
        MeshTrust late = below(MESH, Duration.ofDays(7));

        RotationPlan plan = late.rotationTo(NEXT);

        assertThat(plan.risks())
                .hasSize(2)
                .allSatisfy(risk -> assertThat(risk.code()).isEqualTo(TrustCode.EXPIRES_SOON));
        assertThat(IntermediateRotation.latestStart(late.bundle("east"), RotationSettings.defaults()))
                .isEqualTo(NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void otherRootsAreRefused() {
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> IntermediateRotation.plan(
                        MESH.bundles(), OTHER_MESH.bundles(), RotationSettings.defaults(), NOW))
                .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.ROTATION_INVALID));
    }

    @Test
    void unchangedSignersAreRefused() {
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> MESH.rotationTo(MESH))
                .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.ROTATION_INVALID));
    }

    private static MeshTrust below(MeshTrust mesh, Duration validity) {
        return MeshTrust.builder()
                .clock(Fixtures.CLOCK)
                .issuedBy(mesh.authority().orElseThrow())
                .cluster(Fixtures.cluster("east").toBuilder().validity(validity).build())
                .cluster(Fixtures.cluster("west").toBuilder().validity(validity).build())
                .build();
    }
}
