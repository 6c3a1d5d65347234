package io.eastwest.samples.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.Secret;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        Path secret = folder.resolve("clusters/cluster-1/10-secret-istio-system.cacerts.yaml");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    private X509Certificate certificate(String cluster, String file) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes(cluster, file)));
    }

    private byte[] bytes(String cluster, String file) {
        MeshSnapshot mesh = MeshSnapshot.read(folder).orThrow();
        Secret secret = (Secret) mesh.find(cluster, ResourceKey.of("", "Secret", "istio-system", "cacerts"))
                .orElseThrow()
                .resource();
        assertThat(secret.data()).containsKey(file);
        return requireNonNull(secret.data().get(file)).toByteArray();
    }
}
