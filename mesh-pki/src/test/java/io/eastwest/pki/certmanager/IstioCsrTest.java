package io.eastwest.pki.certmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.pki.finding.PkiException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IstioCsrTest {
    private static final IstioCsr EAST = IstioCsr.builder()
            .cluster("east")
            .issuer(IssuerReference.issuer("istio-ca"))
            .build();

    @Test
    void chartIsGivenIssuerTrustAndCluster() {
        assertThat(EAST.helmValues()).isEqualTo("""
                app:
                  certmanager:
                    namespace: istio-system
                    issuer:
                      name: istio-ca
                      kind: Issuer
                      group: cert-manager.io
                  tls:
                    trustDomain: cluster.local
                    rootCAFile: /var/run/secrets/istio-csr/ca.pem
                    certificateDuration: "1h"
                    istiodCertificateDuration: "1h"
                    istiodCertificateRenewBefore: "30m"
                  server:
                    clusterID: east
                    maxCertificateDuration: "1h"
                    serving:
                      port: 6443
                  istio:
                    namespace: istio-system
                    revisions:
                    - default
                """);
    }

    @Test
    void istiodIsNoAuthorityAndAsksIstioCsr() {
        assertThat(EAST.istioValues()).isEqualTo("""
                global:
                  caAddress: "cert-manager-istio-csr.cert-manager.svc:443"
                  multiCluster:
                    clusterName: east
                pilot:
                  env:
                    ENABLE_CA_SERVER: "false"
                """);
    }

    @Test
    void istiodServesWithACertificateForEveryRevision() {
        IstioCsr canary = IstioCsr.builder()
                .cluster("east")
                .issuer(IssuerReference.issuer("istio-ca"))
                .trustDomain("corp.example")
                .addRevisions("default", "canary")
                .build();

        assertThat(canary.istiodCertificate()).contains("""
                          commonName: istiod.istio-system.svc
                          dnsNames:
                          - istiod.istio-system.svc
                          - istiod-canary.istio-system.svc
                          uris:
                          - "spiffe://corp.example/ns/istio-system/sa/istiod-service-account"
                          secretName: istiod-tls
                        """.indent(0)).contains("  revisionHistoryLimit: 1\n");
    }

    @Test
    void ztunnelAsksOnBehalfOfWorkloadsInAmbientMode() {
        IstioCsr ambient = IstioCsr.builder()
                .cluster("east")
                .issuer(IssuerReference.issuer("istio-ca"))
                .ambient(true)
                .build();

        assertThat(ambient.helmValues()).contains("caTrustedNodeAccounts: istio-system/ztunnel\n");
        assertThat(ambient.ztunnelValues())
                .isEqualTo("ztunnel:\n  caAddress: \"cert-manager-istio-csr.cert-manager.svc:443\"\n");
        assertThat(EAST.helmValues()).doesNotContain("caTrustedNodeAccounts");
        assertThat(EAST.ztunnelValues()).isEmpty();
    }

    @Test
    void rootFileIsNeverLeftOut() {
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> IstioCsr.builder()
                        .cluster("east")
                        .issuer(IssuerReference.issuer("istio-ca"))
                        .rootCaFile(" ")
                        .build());
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> IstioCsr.builder()
                        .cluster("east")
                        .issuer(IssuerReference.issuer("istio-ca"))
                        .certificateDuration(Duration.ofSeconds(59))
                        .build());
    }
}
