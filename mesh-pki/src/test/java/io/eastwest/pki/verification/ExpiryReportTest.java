package io.eastwest.pki.verification;

import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryReportTest {
    private static final ExpiryThresholds DEFAULTS = ExpiryThresholds.defaults();

    @Test
    void everyCertificateOfEveryFileIsListed() {
        assertThat(MESH.expiry(DEFAULTS).entries())
                .extracting(entry -> entry.file() + "[" + entry.index() + "] " + entry.role())
                .containsExactly(
                        "cacerts/east ca-cert.pem[0] INTERMEDIATE",
                        "cacerts/east cert-chain.pem[0] INTERMEDIATE",
                        "cacerts/east cert-chain.pem[1] ROOT",
                        "cacerts/east root-cert.pem[0] ROOT",
                        "cacerts/west ca-cert.pem[0] INTERMEDIATE",
                        "cacerts/west cert-chain.pem[0] INTERMEDIATE",
                        "cacerts/west cert-chain.pem[1] ROOT",
                        "cacerts/west root-cert.pem[0] ROOT");
    }

    @Test
    void nothingIsDueInAFreshMesh() {
        assertThat(MESH.expiry(DEFAULTS).due()).isEmpty();
    }

    @ParameterizedTest(name = "{0} days before its end an intermediate is {1}")
    @CsvSource({"91, IN_TIME", "90, IN_TIME", "89, DUE", "1, DUE", "0, OVER", "-5, OVER"})
    void intermediateIsDueNinetyDaysBeforeItsEnd(long daysBefore, ExpiryEntry.State expected) {
        X509Certificate signer = MESH.bundle("east").signer().certificate();

        assertThat(state(signer, signer.getNotAfter().toInstant().minus(Duration.ofDays(daysBefore))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} hours after its issue a leaf is {1}")
    @CsvSource({"0, IN_TIME", "17, IN_TIME", "18, DUE", "24, OVER"})
    void leafIsDueWhenAQuarterOfItsLifeIsLeft(long hours, ExpiryEntry.State expected) {
        X509Certificate leaf = Fixtures.leaf(MESH, "east").certificate();

        assertThat(state(leaf, NOW.plus(Duration.ofHours(hours)))).isEqualTo(expected);
    }

    @Test
    void revocationListsAreListedToo() {
        ExpiryReport report = ExpiryReport.of(
                MESH.withRevocation(List.of(), Duration.ofDays(4)).bundles().subList(0, 1),
                DEFAULTS,
                NOW.plus(Duration.ofDays(4)));

        assertThat(report.due())
                .extracting(ExpiryEntry::role)
                .containsExactly(
                        ExpiryEntry.Role.REVOCATION_LIST,
                        ExpiryEntry.Role.REVOCATION_LIST,
                        ExpiryEntry.Role.REVOCATION_LIST);
    }

    @Test
    void findingsNameFilePositionSubjectAndTimeLeft() {
        X509Certificate root = MESH.roots().roots().get(0);
        Instant late = root.getNotAfter().toInstant().minus(Duration.ofDays(10));

        List<TrustFinding> findings =
                ExpiryReport.of("root-cert.pem", List.of(root), DEFAULTS, late).findings();

        assertThat(findings)
                .extracting(TrustFinding::toString)
                .containsExactly("WARNING root-cert.pem[0]: \"CN=Root CA,O=Istio\" ends at 2036-11-21T12:00:00Z, left: "
                        + "PT240H; renew it EXPIRES_SOON");
        assertThat(ExpiryReport.of(
                                "root-cert.pem",
                                List.of(root),
                                DEFAULTS,
                                root.getNotAfter().toInstant())
                        .findings())
                .extracting(TrustFinding::code)
                .containsExactly(TrustCode.EXPIRED);
    }

    @Test
    void thresholdsOutOfRangeAreRefused() {
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> new ExpiryThresholds(Duration.ZERO, Duration.ZERO, 101));
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> new ExpiryThresholds(Duration.ofDays(-1), Duration.ZERO, 1));
    }

    private static ExpiryEntry.State state(X509Certificate certificate, Instant at) {
        return ExpiryReport.of("file", List.of(certificate), DEFAULTS, at)
                .entries()
                .get(0)
                .state();
    }
}
