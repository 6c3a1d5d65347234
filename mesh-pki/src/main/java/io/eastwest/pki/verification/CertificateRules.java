package io.eastwest.pki.verification;

import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a certificate must be like at its place on a path.
 *
 * <p>Mirrors go crypto/x509:Certificate.isValid, CheckSignatureFrom and checkChainForKeyUsage.
 */
final class CertificateRules {
    private static final int KEY_CERT_SIGN = 5;
    private static final String ANY_USAGE = "2.5.29.37.0";

    /** Extensions that Go handles when they are critical. */
    private static final Set<String> HANDLED = new TreeSet<>(List.of(
            "2.5.29.14", // subject key identifier
            "2.5.29.15", // key usage
            "2.5.29.17", // subject alternative name
            "2.5.29.19", // basic constraints
            "2.5.29.30", // name constraints
            "2.5.29.31", // distribution points
            "2.5.29.32", // policies
            "2.5.29.35", // authority key identifier
            "2.5.29.37", // extended key usage
            "1.3.6.1.5.5.7.1.1")); // authority information access

    private CertificateRules() {}

    static String place(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        return "certificate/"
                + (subject.isEmpty() ? "serial " + certificate.getSerialNumber().toString(16) : subject);
    }

    /** Validity and extensions, whatever the place on the path; istiod's clock is {@code at}. */
    static Optional<TrustFinding> onItsOwn(X509Certificate certificate, Instant at) {
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            return found(
                    TrustCode.PATH_NOT_YET_VALID,
                    certificate,
                    "it starts at " + certificate.getNotBefore().toInstant() + " and it is " + at,
                    "wait, or correct the clock");
        }
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            return found(
                    TrustCode.PATH_EXPIRED,
                    certificate,
                    "it ended at " + certificate.getNotAfter().toInstant() + " and it is " + at,
                    "renew it");
        }
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (critical != null) {
            for (String oid : new TreeSet<>(critical)) {
                if (!HANDLED.contains(oid)) {
                    return found(
                            TrustCode.PATH_UNKNOWN_EXTENSION,
                            certificate,
                            "its critical extension " + oid + " is unknown",
                            "issue it without, or not critical");
                }
            }
        }
        return NameConstraintRules.readable(certificate);
    }

    /** May it issue the last certificate of {@code below}, with so many authorities between it and the end? */
    static Optional<TrustFinding> asIssuer(X509Certificate issuer, List<X509Certificate> below, int authorities) {
        if (issuer.getBasicConstraints() < 0) {
            return found(TrustCode.PATH_NOT_AUTHORITY, issuer, "it is no CA and has issued", "CA:true is accepted");
        }
        boolean[] usage = issuer.getKeyUsage();
        if (usage != null && !usage[KEY_CERT_SIGN]) {
            return found(
                    TrustCode.PATH_CANNOT_SIGN,
                    issuer,
                    "its keyUsage lacks keyCertSign and it has issued",
                    "keyCertSign, or no keyUsage, is accepted");
        }
        if (authorities > issuer.getBasicConstraints()) {
            return found(
                    TrustCode.PATH_TOO_LONG,
                    issuer,
                    "its path length is " + issuer.getBasicConstraints() + " and " + authorities
                            + " authorities are below it",
                    "a path length of " + authorities + " or more, or none, is accepted");
        }
        return NameConstraintRules.check(issuer, below);
    }

    /** Extended usages of the whole path, the root included: a list that lacks the purpose forbids it below. */
    static Optional<TrustFinding> usages(List<X509Certificate> path, Purpose purpose) {
        for (X509Certificate certificate : path) {
            List<String> usages = extendedUsages(certificate);
            if (!usages.isEmpty() && !usages.contains(ANY_USAGE) && !usages.contains(purpose.oid())) {
                return found(
                        TrustCode.PATH_KEY_USAGE,
                        certificate,
                        "its extended key usages lack " + (purpose == Purpose.SERVER ? "serverAuth" : "clientAuth"),
                        "no extended usages on authorities, both on workloads, are accepted");
            }
        }
        return Optional.empty();
    }

    static boolean isWeaklySigned(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT).replace("-", "");
        return algorithm.startsWith("SHA1") || algorithm.startsWith("MD");
    }

    static Optional<TrustFinding> found(TrustCode code, X509Certificate certificate, String wrong, String accepted) {
        return Optional.of(TrustFinding.of(code, place(certificate), wrong, accepted));
    }

    private static List<String> extendedUsages(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null ? List.of() : usages;
        } catch (CertificateParsingException e) {
            return List.of("unreadable");
        }
    }
}
