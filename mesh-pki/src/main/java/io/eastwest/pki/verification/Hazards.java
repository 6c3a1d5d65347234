package io.eastwest.pki.verification;

import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.key.Keys;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;

/** What works today and is weaker than it looks. */
final class Hazards {
    private static final int MIN_RSA_BITS = 2048;

    private Hazards() {}

    static List<TrustFinding> check(X509Certificate signer, List<X509Certificate> chain, String chainPlace) {
        List<TrustFinding> findings = new ArrayList<>();
        List<X509Certificate> all = new ArrayList<>(List.of(signer));
        chain.stream().filter(certificate -> !certificate.equals(signer)).forEach(all::add);
        for (X509Certificate certificate : all) {
            if (certificate.getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() < MIN_RSA_BITS) {
                findings.add(TrustFinding.of(
                        TrustCode.KEY_TOO_SMALL,
                        CertificateRules.place(certificate),
                        "its key is " + Keys.describe(key),
                        "RSA 2048 or more is accepted by modern TLS stacks"));
            }
        }
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!chain.get(i).getIssuerX500Principal().equals(chain.get(i + 1).getSubjectX500Principal())) {
                findings.add(TrustFinding.of(
                        TrustCode.CHAIN_ORDER,
                        chainPlace + "[" + (i + 1) + "]",
                        "it has not issued the certificate before it",
                        "the signer first, then each issuer, is accepted by TLS below 1.3"));
                break;
            }
        }
        if (signer.getSubjectX500Principal().equals(signer.getIssuerX500Principal())) {
            findings.add(TrustFinding.of(
                    TrustCode.ROOT_KEY_EXPOSED,
                    CertificateRules.place(signer),
                    "the signer is a root, so its key is in the cluster",
                    "an intermediate for each cluster keeps the root offline"));
        }
        return findings;
    }
}
