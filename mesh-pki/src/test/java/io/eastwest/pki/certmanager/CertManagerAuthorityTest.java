package io.eastwest.pki.certmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.authority.ClusterProfile;
import io.eastwest.pki.authority.NameLimits;
import io.eastwest.pki.authority.RootProfile;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.KeyAlgorithm;
import org.junit.jupiter.api.Test;

class CertManagerAuthorityTest {
    @Test
    void intermediateFillsTheSecretCacerts() {
        assertThat(CertManagerAuthority.intermediate(
                        ClusterProfile.of("east"), IssuerReference.clusterIssuer("vault"), "istio-system"))
                .isEqualTo("""
                        apiVersion: cert-manager.io/v1
                        kind: Certificate
                        metadata:
                          name: istio-ca
                          namespace: istio-system
                        spec:
                          secretName: cacerts
                          isCA: true
                          commonName: "Intermediate CA"
                          subject:
                            organizations:
                            - Istio
                            localities:
                            - east
                          duration: "17520h"
                          privateKey:
                            algorithm: RSA
                            size: 4096
                            rotationPolicy: Always
                          usages:
                          - "digital signature"
                          - "cert sign"
                          - "crl sign"
                          issuerRef:
                            name: vault
                            kind: ClusterIssuer
                            group: cert-manager.io
                        """);
    }

    @Test
    void limitsOfNamesAreAskedFor() {
        ClusterProfile limited = Fixtures.cluster("east").toBuilder()
                .nameLimits(NameLimits.toTrustDomains("cluster.local"))
                .build();

        assertThat(CertManagerAuthority.intermediate(limited, IssuerReference.issuer("company"), "istio-system"))
                .contains("algorithm: ECDSA\n    size: 256\n")
                .contains("""
                          nameConstraints:
                            critical: true
                            permitted:
                              dnsDomains:
                              - svc
                              uriDomains:
                              - cluster.local
                        """.indent(0));
    }

    @Test
    void rootIsMadeByAnIssuerThatSignsItselfAndUsedByAnother() {
        RootProfile profile =
                RootProfile.builder().algorithm(KeyAlgorithm.EC_P384).build();

        assertThat(CertManagerAuthority.root(profile, "mesh-root", "cert-manager"))
                .contains("kind: Issuer\nmetadata:\n  name: mesh-root-bootstrap\n")
                .contains("spec:\n  selfSigned: {}\n---\n")
                .contains("algorithm: ECDSA\n    size: 384\n    rotationPolicy: Never\n")
                .contains("issuerRef:\n    name: mesh-root-bootstrap\n    kind: Issuer\n")
                .endsWith("spec:\n  ca:\n    secretName: mesh-root\n");
    }

    @Test
    void rootWithWhatCertManagerDoesNotWriteIsRefused() {
        RootProfile profile = RootProfile.builder().pathLength(1).build();

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> CertManagerAuthority.root(profile, "mesh-root", "cert-manager"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.ISSUER_NOT_ALLOWED));
    }

    @Test
    void otherKindsOfIssuersAreRefused() {
        assertThatExceptionOfType(PkiException.class).isThrownBy(() -> new IssuerReference("x", "VaultIssuer"));
        assertThatExceptionOfType(PkiException.class).isThrownBy(() -> IssuerReference.issuer(" "));
    }
}
