package io.eastwest.pki.authority;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Puts certificates and revocation lists together and has them signed. */
final class CertificateWriter {
    private final Clock clock;
    private final SecureRandom random;
    private final Duration backdating;

    CertificateWriter(Clock clock, SecureRandom random, Duration backdating) {
        this.clock = clock;
        this.random = random;
        this.backdating = backdating;
    }

    X509Certificate selfIssued(X500Name subject, SigningKey key, Duration validity, AuthorityExtensions extensions) {
        Instant notAfter = end(validity);
        return build(subject, subject, key.publicKey(), notAfter, extensions.selfIssued(key.publicKey()), key);
    }

    X509Certificate issued(
            CertificateAuthority issuer,
            X500Name subject,
            PublicKey key,
            Duration validity,
            AuthorityExtensions extensions) {
        Instant issuerEnd = issuer.certificate().getNotAfter().toInstant();
        Instant wanted = end(validity);
        return build(
                Subjects.of(issuer.certificate()),
                subject,
                key,
                wanted.isAfter(issuerEnd) ? issuerEnd : wanted,
                extensions.issuedBy(issuer.certificate()),
                issuer.requireKey());
    }

    X509CRL revocationList(CertificateAuthority issuer, List<X509Certificate> revoked, Duration validity) {
        if (validity.isNegative() || validity.isZero()) {
            throw new PkiException(
                    TrustCode.VALIDITY_INVALID,
                    "revocation list",
                    "it would be valid for " + validity,
                    "a positive duration is accepted");
        }
        Instant start = start();
        X509v2CRLBuilder list = new X509v2CRLBuilder(Subjects.of(issuer.certificate()), time(start));
        list.setNextUpdate(time(end(validity)));
        for (X509Certificate certificate : revoked) {
            requireIssuedBy(issuer, certificate);
            list.addCRLEntry(certificate.getSerialNumber(), Date.from(start), CRLReason.unspecified);
        }
        try {
            AuthorityExtensions.keyIdentifier(issuer.certificate()).ifPresent(id -> identify(list, id));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(start.getEpochSecond())));
            byte[] der =
                    list.build(Signatures.with(issuer.requireKey(), random)).getEncoded();
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        } catch (IOException | CRLException | CertificateException e) {
            throw new IllegalStateException("a revocation list cannot be encoded", e);
        }
    }

    private static void identify(X509v2CRLBuilder list, byte[] id) {
        try {
            list.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(id));
        } catch (IOException e) {
            throw new IllegalStateException("a key identifier cannot be encoded", e);
        }
    }

    private static void requireIssuedBy(CertificateAuthority issuer, X509Certificate certificate) {
        if (!certificate.getIssuerX500Principal().equals(issuer.certificate().getSubjectX500Principal())) {
            throw new PkiException(
                    TrustCode.ISSUER_NOT_ALLOWED,
                    issuer.name(),
                    "it did not issue serial " + certificate.getSerialNumber().toString(16),
                    "an authority revokes its own certificates only");
        }
    }

    private X509Certificate build(
            X500Name issuer,
            X500Name subject,
            PublicKey key,
            Instant notAfter,
            AuthorityExtensions extensions,
            SigningKey signingKey) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                SerialNumbers.next(random),
                time(start()),
                time(notAfter),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        try {
            for (var id : extensions.generator().generate().getExtensionOIDs()) {
                builder.addExtension(extensions.generator().generate().getExtension(id));
            }
            byte[] der = builder.build(Signatures.with(signingKey, random)).getEncoded();
            return PemText.certificate(der, "new certificate");
        } catch (IOException e) {
            throw new IllegalStateException("a certificate cannot be encoded", e);
        }
    }

    private Instant start() {
        return clock.instant().minus(backdating).truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant end(Duration validity) {
        return clock.instant().plus(validity).truncatedTo(ChronoUnit.SECONDS);
    }

    /** UTCTime until 2049, GeneralizedTime after, written the same in every locale. */
    private static Time time(Instant instant) {
        return new Time(Date.from(instant), Locale.ROOT);
    }
}
