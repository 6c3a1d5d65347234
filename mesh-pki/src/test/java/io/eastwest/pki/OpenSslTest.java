package io.eastwest.pki;

import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.OTHER_MESH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.authority.ClusterProfile;
import io.eastwest.pki.authority.NameLimits;
import io.eastwest.pki.authority.RootProfile;
import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.authority.WorkloadProfile;
import io.eastwest.pki.identity.SpiffeId;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemText;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an independent implementation says about what was built. */
class OpenSslTest {
    private static final String AT = "verify -attime " + Fixtures.NOW.getEpochSecond() + " ";
    private static final String VERIFY = AT + "-x509_strict -CAfile root-cert.pem ";
    private static final String PEER = VERIFY + "-untrusted cert-chain.pem ";

    @TempDir
    Path directory;

    private OpenSsl openssl;

    @BeforeEach
    void writesTheFilesOfEast() {
        openssl = OpenSsl.in(directory);
        MESH.bundle("east").writeTo(directory);
        openssl.write(Fixtures.leaf(MESH, "east"));
    }

    @Nested
    class OneCluster {
        @Test
        void signerVerifiesStrictly() {
            assertThat(openssl.run(VERIFY + "ca-cert.pem").text()).contains("ca-cert.pem: OK");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sslserver", "sslclient"})
        void leafVerifiesForBothEnds(String purpose) {
            assertThat(openssl.run(PEER + "-purpose " + purpose + " wl.pem").text())
                    .contains("wl.pem: OK");
        }

        @Test
        void leafAloneLacksItsIssuer() {
            assertThat(openssl.run(VERIFY + "wl.pem").text()).contains("error 20");
        }

        @Test
        void leafIsSignedByThisIntermediate() {
            assertThat(openssl.run(AT + "-partial_chain -trusted ca-cert.pem wl.pem")
                            .isOk())
                    .isTrue();
        }

        @Test
        void keyAndCertificateBelongTogether() {
            String certified =
                    openssl.run("x509 -in ca-cert.pem -noout -pubkey").text();
            String derived = openssl.run("pkey -in ca-key.pem -pubout").text();

            assertThat(derived).isEqualTo(certified).contains("BEGIN PUBLIC KEY");
            assertThat(openssl.run("pkey -in ca-key.pem -check -noout").text()).contains("Key is valid");
        }

        @Test
        void chainIsOrderedFromTheSignerToTheRoot() {
            openssl.run("crl2pkcs7 -nocrl -certfile cert-chain.pem -out chain.p7b");

            assertThat(openssl.run("pkcs7 -in chain.p7b -print_certs -noout")
                            .text()
                            .lines()
                            .filter(line -> line.startsWith("subject=")))
                    .containsExactly(
                            "subject=O = Istio, CN = Intermediate CA, L = east", "subject=O = Istio, CN = Root CA");
        }

        @Test
        void leafHasTheFieldsThatIstiodWrites() {
            String text = openssl.run("x509 -in wl.pem -noout -text").text();

            assertThat(text)
                    .contains("Subject: \n")
                    .contains("X509v3 Subject Alternative Name: critical\n"
                            + "                URI:spiffe://cluster.local/ns/shop/sa/web")
                    .contains("X509v3 Key Usage: critical\n                Digital Signature, Key Encipherment")
                    .contains("TLS Web Server Authentication, TLS Web Client Authentication")
                    .contains("X509v3 Basic Constraints: critical\n                CA:FALSE")
                    .contains("X509v3 Authority Key Identifier")
                    .doesNotContain("X509v3 Subject Key Identifier");
        }

        @Test
        void signerHasTheFieldsOfAnIntermediate() {
            assertThat(openssl.run("x509 -in ca-cert.pem -noout -text").text())
                    .contains("X509v3 Basic Constraints: critical\n                CA:TRUE, pathlen:0")
                    .contains(
                            "X509v3 Key Usage: critical\n                Digital Signature, Certificate Sign, CRL Sign")
                    .contains("X509v3 Subject Key Identifier")
                    .doesNotContain("Extended Key Usage");
        }
    }

    @Nested
    class TwoClusters {
        @Test
        void leafOfWestVerifiesWithTheRootsOfEast() {
            openssl.write(Fixtures.leaf(MESH, "west"));

            assertThat(openssl.run(VERIFY + "-untrusted wl-chain.pem wl.pem").text())
                    .contains("wl.pem: OK");
        }

        @Test
        void leafOfWestDoesNotVerifyWithTheChainOfEast() {
            openssl.write(Fixtures.leaf(MESH, "west"));

            assertThat(openssl.run(PEER + "wl.pem").text()).contains("error 20");
        }

        @Test
        void leafOfAnotherRootDoesNotVerify() {
            openssl.write(Fixtures.leaf(OTHER_MESH, "east"));

            assertThat(openssl.run(VERIFY + "-untrusted wl-chain.pem wl.pem").isOk())
                    .isFalse();
        }
    }

    @Nested
    class Revocation {
        private static final String CHECK =
                AT + "-crl_check_all -CRLfile ca-crl.pem -CAfile root-cert.pem -untrusted wl-chain.pem wl.pem";

        @Test
        void leavesOfAllClustersPassWhileNothingIsRevoked() {
            MESH.withRevocation(List.of(), Duration.ofDays(7)).bundle("east").writeTo(directory);

            for (String cluster : MESH.clusters()) {
                openssl.write(Fixtures.leaf(MESH, cluster));
                assertThat(openssl.run(CHECK).text()).contains("wl.pem: OK");
            }
        }

        @Test
        void leavesBelowARevokedIntermediateFailEverywhere() {
            X509Certificate west = MESH.bundle("west").signer().certificate();
            MESH.withRevocation(List.of(west), Duration.ofDays(7))
                    .bundle("east")
                    .writeTo(directory);
            openssl.write(Fixtures.leaf(MESH, "west"));

            assertThat(openssl.run(CHECK).text()).contains("error 23");
        }
    }

    @Nested
    class NameConstraints {
        private final MeshTrust limited = MeshTrust.builder()
                .clock(Fixtures.CLOCK)
                .random(Fixtures.RANDOM)
                .root(Fixtures.root("Root CA"))
                .cluster(Fixtures.cluster("east").toBuilder()
                        .nameLimits(NameLimits.toTrustDomains("cluster.local"))
                        .build())
                .build();

        @Test
        void permittedTrustDomainPasses() {
            limited.bundle("east").writeTo(directory);
            openssl.write(Fixtures.leaf(limited, "east"));

            assertThat(openssl.run(PEER + "wl.pem").text()).contains("wl.pem: OK");
        }

        @Test
        void anotherTrustDomainFails() {
            limited.bundle("east").writeTo(directory);
            WorkloadProfile foreign = WorkloadProfile.of(SpiffeId.of("evil.example", "shop", "web"));
            openssl.write(Fixtures.ISSUER.workload(limited.bundle("east").signer(), foreign, Fixtures.LEAF_KEY));

            assertThat(openssl.run(PEER + "wl.pem").text()).contains("error 47");
        }
    }

    @Nested
    class Requests {
        @Test
        void requestIsReadAndSignedByItsOwnKey() {
            openssl.write(
                    "east.csr",
                    Fixtures.ISSUER.request(Fixtures.cluster("east")).pem());

            assertThat(openssl.run("req -in east.csr -noout -verify -text").text())
                    .contains("verify OK")
                    .contains("CA:TRUE, pathlen:0");
        }

        @Test
        void certificateSignedByOpensslAnswersTheRequest() {
            var request = Fixtures.ISSUER.request(Fixtures.cluster("east"));
            openssl.run("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout company.key "
                    + "-out company.pem -days 30 -subj /CN=Company -addext keyUsage=critical,keyCertSign,cRLSign");
            openssl.write("east.csr", request.pem());
            openssl.run("x509 -req -in east.csr -CA company.pem -CAkey company.key -days 10 "
                    + "-copy_extensions copyall -out east.pem");

            List<X509Certificate> company = PemText.certificates(openssl.read("company.pem"), "company.pem");
            MeshTrust mesh = MeshTrust.builder()
                    .cluster("east", request.complete(openssl.read("east.pem")).below(company))
                    .trusting(io.eastwest.pki.bundle.TrustBundle.of(company))
                    .build();

            mesh.bundle("east").writeTo(directory);
            openssl.write(mesh.workload("east", "shop", "web"));
            assertThat(openssl.run("verify -x509_strict -CAfile root-cert.pem -untrusted cert-chain.pem wl.pem")
                            .text())
                    .contains("wl.pem: OK");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out k.pem",
                    "genrsa -traditional -out k.pem 2048",
                    "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out k.pem",
                    "ecparam -genkey -name prime256v1 -noout -out k.pem"
                })
        void keysThatOpensslWritesAreRead(String command) {
            openssl.run(command);

            SigningKey key = SigningKey.parse(openssl.read("k.pem"), "k.pem");

            assertThat(key.algorithm()).isPresent();
            assertThat(PemText.encode("PUBLIC KEY", key.publicKey().getEncoded()))
                    .asString(UTF_8)
                    .isEqualTo(openssl.run("pkey -in k.pem -pubout").text());
        }
    }

    @Test
    void rsaIntermediatesBelowAnEcRootVerify() {
        MeshTrust mixed = MeshTrust.builder()
                .clock(Fixtures.CLOCK)
                .root(RootProfile.builder().algorithm(KeyAlgorithm.EC_P384).build())
                .cluster(ClusterProfile.builder()
                        .name("east")
                        .algorithm(KeyAlgorithm.RSA_2048)
                        .build())
                .build();
        WorkloadCertificate leaf = mixed.workload("east", "shop", "web");

        mixed.bundle("east").writeTo(directory);
        openssl.write(leaf);

        assertThat(openssl.run(VERIFY + "ca-cert.pem").text()).contains("ca-cert.pem: OK");
        assertThat(openssl.run(PEER + "wl.pem").text()).contains("wl.pem: OK");
    }
}
