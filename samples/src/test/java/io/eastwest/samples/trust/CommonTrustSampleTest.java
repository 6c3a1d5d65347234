package io.eastwest.samples.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.bundle.AuthorityFiles;
import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.verification.IstiodLoad;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How do clusters come to trust each other, and how long does it last? */
class CommonTrustSampleTest {
    @TempDir
    Path folder;

    private String answer = "";

    @BeforeEach
    void run() {
        answer = CommonTrustSample.answer(folder);
    }

    @Test
    void intermediateOfEachClusterIsVerifiedWithTheRootOfTheOther() throws Exception {
        for (String cluster : List.of("cluster-1", "cluster-2")) {
            String other = cluster.equals("cluster-1") ? "cluster-2" : "cluster-1";
            PKIXParameters trust =
                    new PKIXParameters(Set.of(new TrustAnchor(certificate(other, "root-cert.pem"), null)));
            trust.setRevocationEnabled(false);
            var path = CertificateFactory.getInstance("X.509")
                    .generateCertPath(List.of(certificate(cluster, "ca-cert.pem")));

            assertThat(CertPathValidator.getInstance("PKIX").validate(path, trust))
                    .isNotNull();
        }
        assertThat(certificate("cluster-1", "ca-cert.pem")).isNotEqualTo(certificate("cluster-2", "ca-cert.pem"));
    }

    @ParameterizedTest
    @CsvSource({"west, cluster-1", "east, cluster-2"})
    void directoryOfAClusterHoldsTheFilesOfItsSecret(String directory, String cluster) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve(directory))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem");
        }
        for (String file : List.of("ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem")) {
            Path written = folder.resolve(directory).resolve(file);
            assertThat(permissions(written)).isEqualTo("rw-------");
            assertThat(Files.readAllBytes(written)).isEqualTo(bytes(cluster, file));
        }
        assertThat(answer)
                .contains("kubectl --context " + cluster + " -n istio-system create secret generic cacerts"
                        + " --from-file=" + directory);
    }

    @ParameterizedTest
    @CsvSource({"west", "east"})
    void istiodTakesTheFiles(String directory) {
        CacertsFiles files = CacertsFiles.read(folder.resolve(directory));

        assertThat(IstiodLoad.check(files, directory, Instant.now()).findings()).isEmpty();
    }

    @Test
    void nextClusterIsIssuedByTheRootThatWasKept() {
        MeshTrust later = MeshTrust.builder()
                .issuedBy(AuthorityFiles.read(folder.resolve("root")))
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("cluster-3")
                .build();

        assertThat(later.roots().pem())
                .isEqualTo(CacertsFiles.read(folder.resolve("west"))
                        .content("root-cert.pem")
                        .orElseThrow());
    }

    @Test
    void answerNamesEveryPairAndEveryEnd() {
        assertThat(answer)
                .contains("cluster-1", "cluster-2")
                .contains("cacerts/cluster-1 root-cert.pem", "cacerts/cluster-2 ca-cert.pem");
    }

    @Test
    void answerHoldsNoKey() throws Exception {
        assertThat(answer).doesNotContain("PRIVATE KEY");
        for (String cluster : List.of("cluster-1", "cluster-2")) {
            for (String line :
                    new String(bytes(cluster, "ca-key.pem"), US_ASCII).lines().toList()) {
                assertThat(answer).doesNotContain(line);
            }
        }
    }

    @Test
    void keysAreForTheirOwnerOnly() throws Exception {
        Path secret = folder.resolve("mesh/clusters/cluster-1/secret/10-secret-istio-system.cacerts.yaml");

        assertThat(permissions(secret)).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private X509Certificate certificate(String cluster, String file) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes(cluster, file)));
    }

    private byte[] bytes(String cluster, String file) {
        MeshSnapshot mesh = MeshSnapshot.read(folder.resolve("mesh")).orThrow();
        Secret secret = (Secret) mesh.find(cluster, ResourceKey.of("", "Secret", "istio-system", "cacerts"))
                .orElseThrow()
                .resource();
        assertThat(secret.data()).containsKey(file);
        return requireNonNull(secret.data().get(file)).toByteArray();
    }
}
