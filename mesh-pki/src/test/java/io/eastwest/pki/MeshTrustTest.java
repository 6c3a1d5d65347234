package io.eastwest.pki;

import static io.eastwest.pki.Fixtures.CLOCK;
import static io.eastwest.pki.Fixtures.ISSUER;
import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.RANDOM;
import static io.eastwest.pki.Fixtures.cluster;
import static io.eastwest.pki.Fixtures.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.pki.authority.CertificateAuthority;
import io.eastwest.pki.authority.NameLimits;
import io.eastwest.pki.authority.RootProfile;
import io.eastwest.pki.authority.SigningRequest;
import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemText;
import io.eastwest.pki.verification.IstiodLoad;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshTrustTest {
    @Nested
    class Built {
        @Test
        void everyBundleLoadsAndEveryPairAuthenticates() {
            assertThat(MESH.clusters()).containsExactly("east", "west");
            for (var bundle : MESH.bundles()) {
                try (CacertsFiles files = bundle.files()) {
                    assertThat(IstiodLoad.check(files, bundle.cluster(), Fixtures.NOW)
                                    .findings())
                            .isEmpty();
                }
            }
            assertThat(MESH.check().holds()).isTrue();
            assertThat(MESH.check().findings()).isEmpty();
        }

        @Test
        void workloadOfAClusterHasTheTrustDomainOfTheMeshAndAnRsaKey() throws Exception {
            MeshTrust mesh = builder()
                    .trustDomain("corp.example")
                    .cluster(cluster("east"))
                    .build();

            WorkloadCertificate workload = mesh.workload("east", "shop", "web");

            assertThat(workload.certificate().getSubjectAlternativeNames())
                    .containsExactly(List.of(6, "spiffe://corp.example/ns/shop/sa/web"));
            assertThat(workload.certificate().getPublicKey()).isInstanceOf(RSAPublicKey.class);
            assertThat(workload.certificate().getSubjectX500Principal().getName())
                    .isEmpty();
            assertThat(workload.chain()).hasSize(3);
        }

        @Test
        void oneRootServesTwiceWithDifferentClusters() {
            MeshTrustBuilder builder =
                    builder().issuedBy(MESH.authority().orElseThrow()).cluster(cluster("north"));

            assertThat(builder.build().roots()).isEqualTo(MESH.roots());
            assertThat(builder.build().bundle("north").signer().certificate())
                    .isNotEqualTo(builder.build().bundle("north").signer().certificate());
        }

        @Test
        void defaultKeysAreThoseOfIstiosMakefiles() {
            assertThat(RootProfile.builder().build().algorithm()).isEqualTo(KeyAlgorithm.RSA_4096);
        }
    }

    @Nested
    class Imported {
        @Test
        void rootOfACompanyFromPem() {
            CertificateAuthority company = ISSUER.root(root("Company"));
            byte[] certificate = PemText.encode(company.chain());
            byte[] key = company.key().map(MeshTrustTest::pem).orElseThrow();

            MeshTrust mesh = builder()
                    .issuedBy(CertificateAuthority.parse(certificate, key))
                    .cluster(cluster("east"))
                    .build();

            assertThat(mesh.roots()).isEqualTo(TrustBundle.of(company.certificate()));
        }

        @Test
        void intermediateOfACompanyBelowARootThatIsElsewhere() {
            CertificateAuthority company = ISSUER.root(root("Company"));
            CertificateAuthority division = ISSUER.intermediate(
                    company, cluster("division").toBuilder().pathLength(1).build());
            CertificateAuthority withoutRoot = CertificateAuthority.of(
                    division.chain().subList(0, 1), division.key().orElseThrow());

            MeshTrust mesh = builder()
                    .issuedBy(withoutRoot)
                    .trusting(TrustBundle.of(company.certificate()))
                    .cluster(cluster("east"))
                    .cluster(cluster("west"))
                    .build();

            assertThat(mesh.bundle("east").chain()).hasSize(2);
            assertThat(mesh.check().holds()).isTrue();
            assertRefused(
                    () -> builder()
                            .issuedBy(withoutRoot)
                            .cluster(cluster("east"))
                            .build(),
                    TrustCode.PATH_NO_ANCHOR);
        }

        @Test
        void intermediatesSignedWhereTheRootIs() {
            CertificateAuthority offline = ISSUER.root(root("Offline"));
            SigningRequest east = ISSUER.request(cluster("east"));
            SigningRequest west = ISSUER.request(cluster("west"));

            MeshTrust mesh = builder()
                    .trusting(TrustBundle.of(offline.certificate()))
                    .cluster("east", east.complete(ISSUER.answer(offline, east.pem(), cluster("east"))))
                    .cluster("west", west.complete(ISSUER.answer(offline, west.pem(), cluster("west"))))
                    .build();

            assertThat(mesh.authority()).isEmpty();
            assertThat(mesh.check().holds()).isTrue();
            assertRefused(() -> mesh.withRevocation(List.of(), Duration.ofDays(1)), TrustCode.KEY_ELSEWHERE);
        }

        @Test
        void intermediateOfAnotherRootIsRefused() {
            assertRefused(
                    () -> builder()
                            .trusting(MESH.roots())
                            .cluster("east", Fixtures.OTHER_MESH.bundle("east").signer())
                            .build(),
                    TrustCode.PATH_NO_ANCHOR);
        }

        @Test
        void rootWithPathLengthZeroIsRefusedBecausePeersWouldFail() {
            ForgedAuthority forged = ForgedAuthority.root("Root").pathLength(0);

            assertRefused(
                    () -> builder()
                            .trusting(TrustBundle.of(forged.rootCertificate()))
                            .cluster(
                                    "east",
                                    CertificateAuthority.of(List.of(forged.signerCertificate()), forged.signerKey()))
                            .build(),
                    TrustCode.ISSUED_NOT_TRUSTED);
        }
    }

    @Nested
    class NameLimited {
        @Test
        void trustDomainOfTheMeshMustBePermitted() {
            assertRefused(
                    () -> limited(NameLimits.toTrustDomains("elsewhere.example")),
                    TrustCode.NAME_CONSTRAINT_TOO_NARROW);
        }

        @Test
        void subDomainsOnlyDoNotPermitTheDomainItself() {
            assertRefused(
                    () -> limited(NameLimits.toTrustDomains(".cluster.local")), TrustCode.NAME_CONSTRAINT_TOO_NARROW);
        }

        @Test
        void namesOfIstiodMustBePermitted() {
            assertRefused(
                    () -> limited(NameLimits.builder()
                            .addPermittedTrustDomains("cluster.local")
                            .addPermittedDnsNames("example.org")
                            .build()),
                    TrustCode.NAME_CONSTRAINT_TOO_NARROW);
        }

        @Test
        void excludedTrustDomainIsRefused() {
            assertRefused(
                    () -> limited(NameLimits.builder()
                            .addExcludedTrustDomains("cluster.local")
                            .build()),
                    TrustCode.NAME_CONSTRAINT_TOO_NARROW);
        }

        @Test
        void permittedTrustDomainIsBuilt() {
            assertThat(limited(NameLimits.toTrustDomains("cluster.local", "corp.example"))
                            .check()
                            .holds())
                    .isTrue();
        }

        private MeshTrust limited(NameLimits limits) {
            return builder()
                    .cluster(cluster("east").toBuilder().nameLimits(limits).build())
                    .build();
        }
    }

    @Nested
    class Refused {
        @Test
        void meshWithoutACluster() {
            assertRefused(() -> builder().build(), TrustCode.ATTRIBUTE_MISSING);
        }

        @Test
        void clusterTwice() {
            assertRefused(() -> builder().cluster("east").cluster("east"), TrustCode.NAME_DUPLICATE);
        }

        @Test
        void clusterThatIsNotInTheMesh() {
            assertThatThrownBy(() -> MESH.bundle("north"))
                    .hasMessage("ERROR cluster/north: \"north\" is no cluster of this mesh; [east, west] are accepted"
                            + " CLUSTER_UNKNOWN");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a_b", "Td1", "", "a."})
        void trustDomainOutsideOfTheStandard(String name) {
            assertRefused(() -> builder().trustDomain(name), TrustCode.TRUST_DOMAIN_INVALID);
            assertRefused(() -> builder().trustDomainAlias(name), TrustCode.TRUST_DOMAIN_INVALID);
        }
    }

    private static MeshTrustBuilder builder() {
        return MeshTrust.builder().clock(CLOCK).random(RANDOM).root(root("Root CA"));
    }

    private static byte[] pem(SigningKey key) {
        return key.withPem(byte[]::clone);
    }

    private static void assertRefused(ThrowingCallable call, TrustCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PkiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
