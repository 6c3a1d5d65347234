package io.eastwest.pki.verification;

import static io.eastwest.pki.Fixtures.ISSUER;
import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.NOW;
import static io.eastwest.pki.Fixtures.OTHER_MESH;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.Pkix;
import io.eastwest.pki.authority.NameLimits;
import io.eastwest.pki.authority.WorkloadProfile;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.identity.SpiffeId;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Our paths beside those of Java's own validator, which is laxer in three places. */
class ChainVerificationTest {
    private static final List<X509Certificate> LEAF =
            Fixtures.leaf(MESH, "east").chain();
    private static final List<X509Certificate> ROOTS = MESH.roots().roots();
    private static final X509Certificate WEST = MESH.bundle("west").signer().certificate();

    @Nested
    class BothAccept {
        @Test
        void leafAndIntermediate() {
            assertThat(verify(LEAF.subList(0, 2)).isTrusted()).isTrue();
            assertThat(Pkix.reason(LEAF.subList(0, 2), ROOTS, NOW)).isEmpty();
        }

        @Test
        void leafOfEveryClusterInEveryCluster() {
            for (String cluster : MESH.clusters()) {
                List<X509Certificate> sent = Fixtures.leaf(MESH, cluster).chain();
                assertThat(verify(sent).path()).hasSize(3);
                assertThat(Pkix.reason(sent.subList(0, 2), ROOTS, NOW)).isEmpty();
            }
        }
    }

    @Nested
    class BothRefuse {
        @Test
        void leafAlone() {
            assertCode(verify(LEAF.subList(0, 1)), TrustCode.PATH_NO_ANCHOR);
            assertThat(Pkix.reason(LEAF.subList(0, 1), ROOTS, NOW)).contains("NO_TRUST_ANCHOR");
        }

        @Test
        void intermediateOfAnotherCluster() {
            List<X509Certificate> sent = List.of(LEAF.get(0), WEST);

            assertCode(verify(sent), TrustCode.PATH_NO_ANCHOR);
            assertThat(Pkix.reason(sent, ROOTS, NOW)).contains("NAME_CHAINING");
        }

        @Test
        void intermediateWithTheSameSubjectAndAnotherKey() {
            List<X509Certificate> sent =
                    List.of(LEAF.get(0), OTHER_MESH.bundle("east").signer().certificate());

            assertCode(
                    ChainVerification.peer(sent, OTHER_MESH.roots().roots(), NOW, Purpose.SERVER),
                    TrustCode.PATH_NO_ANCHOR);
            assertThat(Pkix.reason(sent, OTHER_MESH.roots().roots(), NOW)).contains("INVALID_SIGNATURE");
        }

        @Test
        void timeAfterTheEnd() {
            Instant late = NOW.plus(Duration.ofHours(25));

            assertCode(ChainVerification.peer(LEAF, ROOTS, late, Purpose.SERVER), TrustCode.PATH_EXPIRED);
            assertThat(Pkix.reason(LEAF.subList(0, 2), ROOTS, late)).contains("EXPIRED");
        }

        @Test
        void timeBeforeTheStart() {
            Instant early = NOW.minus(Duration.ofMinutes(3));

            assertCode(ChainVerification.peer(LEAF, ROOTS, early, Purpose.SERVER), TrustCode.PATH_NOT_YET_VALID);
            assertThat(Pkix.reason(LEAF.subList(0, 2), ROOTS, early)).contains("NOT_YET_VALID");
        }

        @Test
        void trustDomainOutsideOfTheNameConstraints() {
            MeshTrust limited = MeshTrust.builder()
                    .clock(Fixtures.CLOCK)
                    .root(Fixtures.root("Root CA"))
                    .cluster(Fixtures.cluster("east").toBuilder()
                            .nameLimits(NameLimits.toTrustDomains("cluster.local"))
                            .build())
                    .build();
            List<X509Certificate> sent = ISSUER.workload(
                            limited.bundle("east").signer(),
                            WorkloadProfile.of(SpiffeId.of("evil.example", "a", "b")),
                            Fixtures.LEAF_KEY)
                    .chain();

            assertCode(
                    ChainVerification.peer(sent, limited.roots().roots(), NOW, Purpose.CLIENT),
                    TrustCode.PATH_NAME_CONSTRAINT);
            assertThat(Pkix.reason(sent.subList(0, 2), limited.roots().roots(), NOW))
                    .contains("INVALID_NAME");
        }
    }

    @Test
    void signerIsVerifiedBeforeItHasIssuedAnything() {
        X509Certificate signer = MESH.bundle("east").signer().certificate();

        assertThat(ChainVerification.issuedBy(signer, List.of(), ROOTS, NOW).isTrusted())
                .isTrue();
        assertCode(ChainVerification.issuedBy(LEAF.get(0), LEAF, ROOTS, NOW), TrustCode.PATH_NOT_AUTHORITY);
    }

    @Test
    void orderOfIntermediatesAndRootsDoesNotMatter() {
        List<X509Certificate> sent = new ArrayList<>(LEAF);
        sent.add(WEST);
        Collections.reverse(sent.subList(1, sent.size()));
        List<X509Certificate> roots = new ArrayList<>(OTHER_MESH.roots().roots());
        roots.addAll(ROOTS);

        assertThat(ChainVerification.peer(sent, roots, NOW, Purpose.CLIENT).path())
                .containsExactlyElementsOf(LEAF);
    }

    @Test
    void trustEndsWithTheFirstCertificateOfThePath() {
        assertThat(verify(LEAF).expires()).contains(LEAF.get(0).getNotAfter().toInstant());
    }

    private static ChainVerdict verify(List<X509Certificate> sent) {
        return ChainVerification.peer(sent, ROOTS, NOW, Purpose.SERVER);
    }

    private static void assertCode(ChainVerdict verdict, TrustCode code) {
        assertThat(verdict.path()).isEmpty();
        assertThat(verdict.failure().orElseThrow().code()).isEqualTo(code);
    }
}
