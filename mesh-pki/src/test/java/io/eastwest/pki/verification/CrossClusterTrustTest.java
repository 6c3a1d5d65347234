package io.eastwest.pki.verification;

import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.NOW;
import static io.eastwest.pki.Fixtures.OTHER_MESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.pki.ForgedAuthority;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CrossClusterTrustTest {
    private static final CaBundle EAST = MESH.bundle("east");
    private static final CaBundle WEST = MESH.bundle("west");
    private static final CaBundle STRANGER = OTHER_MESH.bundle("west");

    @Nested
    class Roots {
        @Test
        void commonRootIsTrustInBothDirections() {
            CrossClusterTrust trust = check(TrustMember.of(EAST), TrustMember.of(WEST));

            assertThat(trust.holds()).isTrue();
            assertThat(trust.pair("east", "west").expires())
                    .contains(EAST.signer().certificate().getNotAfter().toInstant());
        }

        @Test
        void twoRootsAreNoTrustAndTheMissingAnchorIsNamed() {
            CrossClusterTrust trust = check(TrustMember.of(EAST), TrustMember.of(STRANGER));

            PairTrust pair = trust.pair("east", "west");
            assertThat(pair.authenticates()).isFalse();
            assertThat(pair.has(TrustCode.ANCHOR_MISSING)).isTrue();
            assertThat(pair.anchorMissingAtServer())
                    .contains(MESH.roots().roots().get(0));
            assertThat(pair.anchorMissingAtClient())
                    .contains(OTHER_MESH.roots().roots().get(0));
            assertThat(trust.pair("east", "east").authenticates()).isTrue();
        }

        @Test
        void trustOfOneSideOnlyBreaksBothDirections() {
            CaBundle both = EAST.withRoots(MESH.roots().union(OTHER_MESH.roots()));

            CrossClusterTrust trust = check(TrustMember.of(both), TrustMember.of(STRANGER));

            assertThat(trust.pair("east", "west").authenticates()).isFalse();
            assertThat(trust.pair("west", "east").authenticates()).isFalse();
            assertThat(trust.pair("west", "east").anchorMissingAtServer()).isEmpty();
            assertThat(trust.pair("west", "east").anchorMissingAtClient()).isPresent();
        }

        @Test
        void bothRootsOnBothSidesAreTrust() {
            TrustBundle both = MESH.roots().union(OTHER_MESH.roots());

            assertThat(check(TrustMember.of(EAST.withRoots(both)), TrustMember.of(STRANGER.withRoots(both)))
                            .holds())
                    .isTrue();
        }

        @Test
        void rootsOfTheMeshConfigCountOnlyWhenTheyReachProxies() {
            List<X509Certificate> foreign = OTHER_MESH.roots().roots();
            TrustMemberBuilder stranger =
                    TrustMember.of(STRANGER).addAllAdditionalRoots(MESH.roots().roots());
            TrustMemberBuilder east = TrustMember.of(EAST).addAllAdditionalRoots(foreign);

            assertThat(check(east, stranger).holds()).isFalse();
            assertThat(check(east.additionalRootsReachProxies(true), stranger.additionalRootsReachProxies(true))
                            .holds())
                    .isTrue();
            assertThat(check(east.ambient(true), stranger.ambient(true)).holds())
                    .isFalse();
        }

        @Test
        void sameSubjectWithAnotherKeyIsNoTrust() {
            TrustMember namesake = TrustMember.of(STRANGER)
                    .cluster("namesake")
                    .roots(MESH.roots())
                    .build();

            PairTrust pair = CrossClusterTrust.check(
                            List.of(TrustMember.of(EAST).build(), namesake), NOW)
                    .pair("namesake", "east");

            assertThat(pair.authenticates()).isFalse();
        }

        @Test
        void pathLengthOfTheRootBreaksWhatIstiodLoads() {
            ForgedAuthority forged = ForgedAuthority.root("Root").pathLength(0);
            TrustMemberBuilder member = TrustMember.builder()
                    .cluster("forged")
                    .addChain(forged.signerCertificate())
                    .roots(TrustBundle.of(forged.rootCertificate()));

            PairTrust pair = check(member).pair("forged", "forged");

            assertThat(pair.findings())
                    .extracting(TrustFinding::toString)
                    .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                    .isEqualTo("ERROR cluster/forged: it does not trust workloads of cluster/forged (PATH_TOO_LONG); "
                            + "certificate/CN=Root,O=Test: its path length is 0 and 1 authorities are below it; "
                            + "a path length of 1 or more, or none, is accepted ISSUED_NOT_TRUSTED");
        }
    }

    @Nested
    class TrustDomains {
        @Test
        void serverMustAcceptTheDomainOfTheClient() {
            TrustMemberBuilder a = TrustMember.of(EAST).trustDomain("a");
            TrustMemberBuilder b = TrustMember.of(WEST).trustDomain("b").addTrustDomainAlias("a");

            CrossClusterTrust trust = check(a, b);

            assertThat(trust.pair("east", "west").authenticates()).isTrue();
            assertThat(trust.pair("west", "east").findings())
                    .extracting(TrustFinding::toString)
                    .containsExactly("ERROR cluster/east: its servers accept [a], not b of cluster/west; "
                            + "add it to meshConfig.trustDomainAliases there TRUST_DOMAIN_NOT_ACCEPTED");
        }

        @Test
        void aliasesOnBothSidesServeSidecarsAndNotZtunnels() {
            TrustMemberBuilder a = TrustMember.of(EAST).trustDomain("a").addTrustDomainAlias("b");
            TrustMemberBuilder b = TrustMember.of(WEST).trustDomain("b").addTrustDomainAlias("a");

            assertThat(check(a, b).holds()).isTrue();
            assertThat(check(a.ambient(true), b.ambient(true))
                            .pair("east", "west")
                            .has(TrustCode.TRUST_DOMAIN_NOT_ACCEPTED))
                    .isTrue();
        }

        @Test
        void domainsOfCaCertificatesAreAcceptedByServers() {
            TrustMemberBuilder a = TrustMember.of(EAST).trustDomain("a").addAdditionalTrustDomain("b");
            TrustMemberBuilder b = TrustMember.of(WEST).trustDomain("b").addTrustDomainAlias("a");

            assertThat(check(a, b).holds()).isTrue();
        }
    }

    @Test
    void expiredIntermediateBreaksTrustAlthoughRootsAreEqual() {
        Instant late = EAST.signer().certificate().getNotAfter().toInstant().plusSeconds(1);

        CrossClusterTrust trust = CrossClusterTrust.check(
                List.of(TrustMember.of(EAST).build(), TrustMember.of(WEST).build()), late);

        assertThat(trust.pair("east", "west").has(TrustCode.ISSUED_NOT_TRUSTED)).isTrue();
    }

    @Test
    void signersWithOneSubjectAreARisk() {
        TrustMemberBuilder east = TrustMember.of(EAST);
        TrustMemberBuilder other = TrustMember.of(OTHER_MESH.bundle("east")).cluster("other");

        assertThat(check(east, other).findings()).extracting(TrustFinding::code).contains(TrustCode.SUBJECT_SHARED);
    }

    @Test
    void tableShowsEveryPair() {
        assertThat(check(TrustMember.of(EAST), TrustMember.of(STRANGER)).toText())
                .startsWith(
                        "      east  west\neast  yes   NO\nwest  NO    yes\nERROR cluster/west: it does not trust the"
                                + " root of cluster/east: ");
    }

    @Test
    void unknownClusterIsRefusedWithTheKnownOnes() {
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> check(TrustMember.of(EAST)).pair("east", "north"))
                .withMessage("ERROR pair: \"east\" or \"north\" is no cluster of this mesh; [east] are accepted"
                        + " CLUSTER_UNKNOWN");
    }

    private static CrossClusterTrust check(TrustMemberBuilder... members) {
        return CrossClusterTrust.check(
                java.util.Arrays.stream(members).map(TrustMemberBuilder::build).toList(), NOW);
    }
}
