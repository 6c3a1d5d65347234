package io.eastwest.pki.authority;

import static io.eastwest.pki.Fixtures.CLOCK;
import static io.eastwest.pki.Fixtures.ISSUER;
import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.NOW;
import static io.eastwest.pki.Fixtures.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.ForgedAuthority;
import io.eastwest.pki.SeededRandom;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.identity.SpiffeId;
import io.eastwest.pki.key.KeyAlgorithm;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateIssuerTest {
    private static final CertificateAuthority ROOT = MESH.authority().orElseThrow();
    private static final CertificateAuthority EAST = MESH.bundle("east").signer();

    @Nested
    class Root {
        @Test
        void hasTheProfileOfAnAuthority() {
            X509Certificate certificate = ROOT.certificate();

            assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
            assertThat(certificate.getKeyUsage())
                    .containsExactly(true, false, false, false, false, true, true, false, false);
            assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
            assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Root CA,O=Istio");
        }

        @Test
        void mayLimitThePathToOneIntermediate() {
            CertificateAuthority root =
                    ISSUER.root(Fixtures.root("R").toBuilder().pathLength(1).build());

            assertThat(root.certificate().getBasicConstraints()).isEqualTo(1);
            assertThat(ISSUER.intermediate(root, Fixtures.cluster("east"))
                            .certificate()
                            .getBasicConstraints())
                    .isZero();
            assertRefused(
                    () -> ISSUER.intermediate(
                            root,
                            Fixtures.cluster("east").toBuilder().pathLength(1).build()),
                    TrustCode.ISSUER_NOT_ALLOWED);
        }

        @Test
        void withPathLengthZeroIsRefusedBecauseEveryPeerWouldFail() {
            assertRefused(() -> RootProfile.builder().pathLength(0).build(), TrustCode.ISSUER_NOT_ALLOWED);
        }
    }

    @Nested
    class Validity {
        @Test
        void startsTwoMinutesAgoInWholeSeconds() {
            Clock odd = Clock.fixed(NOW.plusMillis(700), ZoneOffset.UTC);

            CertificateAuthority root = CertificateIssuer.of(odd, RANDOM).root(Fixtures.root("R"));

            assertThat(root.certificate().getNotBefore().toInstant()).isEqualTo(NOW.minusSeconds(120));
            assertThat(root.certificate().getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(3650)));
        }

        @Test
        void startsWhenTheCallerWants() {
            CertificateIssuer prompt = ISSUER.backdating(Duration.ZERO);

            assertThat(prompt.root(Fixtures.root("R"))
                            .certificate()
                            .getNotBefore()
                            .toInstant())
                    .isEqualTo(NOW);
            assertRefused(() -> ISSUER.backdating(Duration.ofSeconds(-1)), TrustCode.VALIDITY_INVALID);
        }

        @Test
        void ofAnIntermediateIsCutAtTheEndOfTheRoot() {
            ClusterProfile wish = Fixtures.cluster("east").toBuilder()
                    .validity(Duration.ofDays(9000))
                    .build();

            assertThat(ISSUER.intermediate(ROOT, wish).certificate().getNotAfter())
                    .isEqualTo(ROOT.certificate().getNotAfter());
        }

        @Test
        void ofALeafIsCutAtTheEndOfItsSigner() {
            CertificateIssuer late =
                    at(EAST.certificate().getNotAfter().toInstant().minusSeconds(60));

            assertThat(late.workload(EAST, Fixtures.workload(), Fixtures.LEAF_KEY)
                            .certificate()
                            .getNotAfter())
                    .isEqualTo(EAST.certificate().getNotAfter());
        }

        @Test
        void ofALeafSpansItsLifeAndTwoMinutes() {
            X509Certificate leaf = Fixtures.leaf(EAST).certificate();

            assertThat(Duration.between(
                            leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()))
                    .isEqualTo(Duration.ofHours(24).plusMinutes(2));
        }

        @ParameterizedTest
        @ValueSource(strings = {"P91D", "PT0S", "-PT1S"})
        void ofALeafIsUpToNinetyDays(Duration ttl) {
            assertRefused(
                    () -> WorkloadProfile.builder()
                            .id(SpiffeId.of("td", "a", "b"))
                            .ttl(ttl)
                            .build(),
                    TrustCode.VALIDITY_INVALID);
        }

        @Test
        void isNotGivenByAnExpiredIssuer() {
            CertificateIssuer late = at(EAST.certificate().getNotAfter().toInstant());

            assertRefused(() -> late.workload(EAST, Fixtures.workload(), Fixtures.LEAF_KEY), TrustCode.ISSUER_EXPIRED);
        }

        @Test
        void isWrittenInTwoFormsOfTime() throws Exception {
            CertificateAuthority root = ISSUER.root(Fixtures.root("R").toBuilder()
                    .validity(Duration.ofDays(365 * 30))
                    .build());
            var tbs = new X509CertificateHolder(root.certificate().getEncoded()).toASN1Structure();

            assertThat(tbs.getStartDate().toASN1Primitive()).isInstanceOf(org.bouncycastle.asn1.ASN1UTCTime.class);
            assertThat(tbs.getEndDate().toASN1Primitive())
                    .isInstanceOf(org.bouncycastle.asn1.ASN1GeneralizedTime.class);
        }
    }

    @Nested
    class SerialNumber {
        @Test
        void hasAtLeast64RandomBitsAndIsNeverTwiceTheSame() {
            List<BigInteger> serials = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                serials.add(Fixtures.leaf(EAST).certificate().getSerialNumber());
            }

            assertThat(serials).doesNotHaveDuplicates().allSatisfy(serial -> {
                assertThat(serial.signum()).isOne();
                assertThat(serial.toByteArray().length).isLessThanOrEqualTo(20);
            });
            assertThat(serials.stream().mapToInt(BigInteger::bitLength).max().orElseThrow())
                    .isBetween(120, 128);
        }
    }

    @Nested
    class Determinism {
        @ParameterizedTest
        @EnumSource(names = {"RSA_2048", "EC_P256", "EC_P384"})
        void sameClockAndRandomGiveTheSameCertificates(KeyAlgorithm algorithm) {
            assertThat(build(algorithm, 1)).isEqualTo(build(algorithm, 1));
            assertThat(build(algorithm, 1)).doesNotContainAnyElementsOf(build(algorithm, 2));
        }

        private List<X509Certificate> build(KeyAlgorithm algorithm, long seed) {
            CertificateIssuer issuer = CertificateIssuer.of(CLOCK, new SeededRandom(seed));
            CertificateAuthority root =
                    issuer.root(RootProfile.builder().algorithm(algorithm).build());
            CertificateAuthority east = issuer.intermediate(root, Fixtures.cluster("east"));
            return issuer.workload(east, Fixtures.workload()).chain();
        }
    }

    @Nested
    class Issuing {
        @Test
        void needsAnAuthority() {
            CertificateAuthority leaf =
                    CertificateAuthority.of(Fixtures.leaf(EAST).chain(), Fixtures.LEAF_KEY);

            assertRefused(() -> ISSUER.intermediate(leaf, Fixtures.cluster("x")), TrustCode.ISSUER_NOT_ALLOWED);
        }

        @Test
        void needsTheUsageToSign() {
            ForgedAuthority forged = ForgedAuthority.signer().withoutKeyCertSign();
            CertificateAuthority weak =
                    CertificateAuthority.of(List.of(forged.signerCertificate()), forged.signerKey());

            assertRefused(
                    () -> ISSUER.workload(weak, Fixtures.workload(), Fixtures.LEAF_KEY), TrustCode.ISSUER_NOT_ALLOWED);
        }

        @Test
        void needsRoomOnThePath() {
            assertRefused(() -> ISSUER.intermediate(EAST, Fixtures.cluster("x")), TrustCode.ISSUER_NOT_ALLOWED);
        }

        @Test
        void needsTheKey() {
            CertificateAuthority elsewhere = CertificateAuthority.withoutKey(EAST.chain());

            assertRefused(
                    () -> ISSUER.workload(elsewhere, Fixtures.workload(), Fixtures.LEAF_KEY), TrustCode.KEY_ELSEWHERE);
        }

        @Test
        void needsTheRightKey() {
            assertRefused(() -> CertificateAuthority.of(EAST.chain(), Fixtures.LEAF_KEY), TrustCode.KEY_MISMATCH);
        }
    }

    @Nested
    class Requests {
        private final SigningRequest request = ISSUER.request(Fixtures.cluster("east"));

        @Test
        void areAnsweredWhereTheRootIs() {
            CertificateAuthority answered =
                    request.complete(ISSUER.answer(ROOT, request.pem(), Fixtures.cluster("east")));

            assertThat(answered.certificate().getSubjectX500Principal())
                    .isEqualTo(EAST.certificate().getSubjectX500Principal());
            assertThat(answered.chain()).hasSize(2).last().isEqualTo(ROOT.certificate());
        }

        @Test
        void areNotAnsweredByTheCertificateOfAnother() {
            assertRefused(() -> request.complete(EAST.chain()), TrustCode.REQUEST_NOT_ANSWERED);
        }

        @Test
        void thatWereChangedOnTheWayAreRefused() {
            byte[] pem = request.pem();
            pem[200] = (byte) (pem[200] == 'A' ? 'B' : 'A');

            assertRefused(() -> ISSUER.answer(ROOT, pem, Fixtures.cluster("east")), TrustCode.REQUEST_INVALID);
            assertRefused(() -> ISSUER.answer(ROOT, new byte[0], Fixtures.cluster("east")), TrustCode.REQUEST_INVALID);
        }
    }

    @Nested
    class Revocation {
        @Test
        void needsCrlSign() {
            ForgedAuthority forged = ForgedAuthority.signer().withoutCrlSign();
            CertificateAuthority mute =
                    CertificateAuthority.of(List.of(forged.signerCertificate()), forged.signerKey());

            assertRefused(() -> ISSUER.revocationList(mute, List.of(), Duration.ofDays(1)), TrustCode.CRL_SIGN_MISSING);
        }

        @Test
        void listsTheCertificatesOfItsIssuerOnly() {
            var list = ISSUER.revocationList(ROOT, List.of(EAST.certificate()), Duration.ofDays(1));

            assertThat(list.isRevoked(EAST.certificate())).isTrue();
            assertThat(list.getNextUpdate().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(1)));
            assertRefused(
                    () -> ISSUER.revocationList(EAST, List.of(EAST.certificate()), Duration.ofDays(1)),
                    TrustCode.ISSUER_NOT_ALLOWED);
            assertRefused(() -> ISSUER.revocationList(ROOT, List.of(), Duration.ZERO), TrustCode.VALIDITY_INVALID);
        }
    }

    @Nested
    class Profiles {
        @ParameterizedTest
        @ValueSource(strings = {"", "a/b", "../x", "a..b", "-a", "a b", "a\nb"})
        void needANameOfACluster(String name) {
            assertRefused(() -> ClusterProfile.of(name), TrustCode.NAME_INVALID);
        }

        @Test
        void tellAllProblemsAtOnce() {
            assertThatThrownBy(() -> ClusterProfile.builder()
                            .name("east")
                            .organization(" ")
                            .commonName("x".repeat(65))
                            .validity(Duration.ZERO)
                            .pathLength(-1)
                            .build())
                    .isInstanceOfSatisfying(
                            PkiException.class, e -> assertThat(e.findings()).hasSize(4));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a b", "A", "https://x", "a..b", "*"})
        void limitHostNamesOnly(String host) {
            assertRefused(() -> NameLimits.toTrustDomains(host), TrustCode.NAME_INVALID);
        }
    }

    private static CertificateIssuer at(Instant instant) {
        return CertificateIssuer.of(Clock.fixed(instant, ZoneOffset.UTC), RANDOM);
    }

    private static void assertRefused(ThrowingCallable call, TrustCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PkiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
