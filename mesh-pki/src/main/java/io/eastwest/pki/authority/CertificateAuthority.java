package io.eastwest.pki.authority;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemText;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate that signs others, the certificates above it, and its key where that is here. Immutable; its text holds
 * no key.
 */
public final class CertificateAuthority {
    private final List<X509Certificate> chain;
    private final Optional<SigningKey> key;

    private CertificateAuthority(List<X509Certificate> chain, Optional<SigningKey> key) {
        this.chain = List.copyOf(chain);
        this.key = key;
    }

    /**
     * Joins a certificate chain and its key.
     *
     * @param chain the authority's certificate first, then upwards; whether the root is included is up to the caller
     * @param key the key of the first certificate
     * @return the authority
     * @throws PkiException {@link TrustCode#KEY_MISMATCH} if they do not belong together
     */
    public static CertificateAuthority of(List<X509Certificate> chain, SigningKey key) {
        CertificateAuthority authority = new CertificateAuthority(requireSome(chain), Optional.of(key));
        if (!key.matches(authority.certificate())) {
            throw new PkiException(
                    TrustCode.KEY_MISMATCH,
                    authority.name(),
                    "the key does not belong to the certificate",
                    "the key whose public part is in the certificate is accepted");
        }
        return authority;
    }

    /**
     * Describes an authority whose key is elsewhere: offline, in Vault, with the company's CA.
     *
     * @param chain the authority's certificate first, then upwards
     * @return the authority; it cannot sign here
     */
    public static CertificateAuthority withoutKey(List<X509Certificate> chain) {
        return new CertificateAuthority(requireSome(chain), Optional.empty());
    }

    /**
     * Reads an authority from PEM, such as the root or an intermediate of a company.
     *
     * @param chainPem certificate first, then upwards
     * @param keyPem PKCS#8, PKCS#1 or SEC1, unencrypted; not changed, wipe it afterwards
     * @return the authority
     * @throws PkiException if a text cannot be read or the parts do not belong together
     */
    public static CertificateAuthority parse(byte[] chainPem, byte[] keyPem) {
        return of(PemText.certificates(chainPem, "certificate"), SigningKey.parse(keyPem, "key"));
    }

    /** {@return the certificate that issues} */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** {@return the certificate that issues, then those above it; may or may not end with the root} */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** {@return the key, or empty when it is elsewhere} */
    public Optional<SigningKey> key() {
        return key;
    }

    /** {@return whether certificate and issuer have the same name, as a root has} */
    public boolean isSelfIssued() {
        return certificate().getSubjectX500Principal().equals(certificate().getIssuerX500Principal());
    }

    /** {@return the subject, for messages} */
    public String name() {
        return "authority/" + certificate().getSubjectX500Principal().getName();
    }

    /**
     * Adds certificates above this authority, such as a root that the chain leaves out.
     *
     * @param above certificates, the nearest issuer first
     * @return the same authority with a longer chain
     */
    public CertificateAuthority below(List<X509Certificate> above) {
        List<X509Certificate> longer = new ArrayList<>(chain);
        longer.addAll(above);
        return new CertificateAuthority(longer, key);
    }

    SigningKey requireKey() {
        return key.orElseThrow(() -> new PkiException(
                TrustCode.KEY_ELSEWHERE,
                name(),
                "its key is not here",
                "make a request with CertificateIssuer.request and have it signed where the key is"));
    }

    /** {@return the subject and whether the key is here} */
    @Override
    public String toString() {
        return "CertificateAuthority[" + certificate().getSubjectX500Principal().getName()
                + (key.isPresent() ? ", with key]" : ", key elsewhere]");
    }

    private static List<X509Certificate> requireSome(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new PkiException(
                    TrustCode.PEM_INVALID, "authority", "there is no certificate", "at least one is accepted");
        }
        return chain;
    }
}
