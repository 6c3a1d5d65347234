package io.eastwest.pki.authority;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The subjects of authorities, in the order of Istio's own certificates: O, CN, L. */
final class Subjects {
    private Subjects() {}

    static X500Name of(RootProfile profile) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, profile.organization())
                .addRDN(BCStyle.CN, profile.commonName())
                .build();
    }

    static X500Name of(ClusterProfile profile) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, profile.organization())
                .addRDN(BCStyle.CN, profile.commonName())
                .addRDN(BCStyle.L, profile.name())
                .build();
    }

    static X500Name none() {
        return new X500NameBuilder(BCStyle.INSTANCE).build();
    }

    /** The subject byte for byte, so that issuer names chain whatever string types they use. */
    static X500Name of(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }
}
