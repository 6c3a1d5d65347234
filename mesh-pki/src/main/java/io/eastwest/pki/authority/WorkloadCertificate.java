package io.eastwest.pki.authority;

import io.eastwest.pki.key.SigningKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A leaf, its key and the chain that is sent with it. Immutable; its text holds no key. */
public final class WorkloadCertificate {
    private final X509Certificate certificate;
    private final List<X509Certificate> issuers;
    private final SigningKey key;

    WorkloadCertificate(X509Certificate certificate, List<X509Certificate> issuers, SigningKey key) {
        this.certificate = certificate;
        this.issuers = List.copyOf(issuers);
        this.key = key;
    }

    /** {@return the leaf} */
    public X509Certificate certificate() {
        return certificate;
    }

    /** {@return the leaf, then what cert-chain.pem of its cluster holds: what a peer is sent} */
    public List<X509Certificate> chain() {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certificate);
        chain.addAll(issuers);
        return List.copyOf(chain);
    }

    /** {@return the key of the leaf} */
    public SigningKey key() {
        return key;
    }

    /** {@return serial number and end of validity} */
    @Override
    public String toString() {
        return "WorkloadCertificate[serial " + certificate.getSerialNumber().toString(16) + ", until "
                + certificate.getNotAfter().toInstant() + "]";
    }
}
