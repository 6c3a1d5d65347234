package io.eastwest.pki.authority;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** May this authority issue that, now? */
final class IssueRules {
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    private IssueRules() {}

    /** The issuer is a CA that may sign certificates and is not expired. */
    static void requireIssuer(CertificateAuthority issuer, Instant now) {
        X509Certificate certificate = issuer.certificate();
        if (certificate.getBasicConstraints() < 0) {
            throw notAllowed(issuer, "it is no certificate authority (CA:false)", "a certificate with CA:true");
        }
        if (forbids(certificate, KEY_CERT_SIGN)) {
            throw notAllowed(issuer, "its keyUsage lacks keyCertSign", "a certificate with keyCertSign");
        }
        if (!certificate.getNotAfter().toInstant().isAfter(now)) {
            throw new PkiException(
                    TrustCode.ISSUER_EXPIRED,
                    issuer.name(),
                    "it ended at " + certificate.getNotAfter().toInstant() + " and it is " + now,
                    "renew it first");
        }
    }

    /** The issuer's path length leaves room for an authority that itself has room for {@code below} more. */
    static void requireRoom(CertificateAuthority issuer, int below) {
        int room = issuer.certificate().getBasicConstraints();
        if (room != Integer.MAX_VALUE && room < below + 1) {
            throw notAllowed(
                    issuer,
                    "its path length " + room + " leaves no room for an authority with path length " + below,
                    "a path length of " + (below + 1) + " or more, or none,");
        }
    }

    static void requireRevocation(CertificateAuthority issuer) {
        if (forbids(issuer.certificate(), CRL_SIGN)) {
            throw new PkiException(
                    TrustCode.CRL_SIGN_MISSING,
                    issuer.name(),
                    "its keyUsage lacks cRLSign, so no revocation list of it verifies",
                    "issue the authority anew with cRLSign");
        }
    }

    private static boolean forbids(X509Certificate certificate, int usage) {
        boolean[] usages = certificate.getKeyUsage();
        return usages != null && !usages[usage];
    }

    private static PkiException notAllowed(CertificateAuthority issuer, String wrong, String accepted) {
        return new PkiException(TrustCode.ISSUER_NOT_ALLOWED, issuer.name(), wrong, accepted + " is accepted");
    }
}
