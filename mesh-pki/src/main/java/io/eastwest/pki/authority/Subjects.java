package io.eastwest.pki.authority;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The subjects of authorities, in the order of Istio's own certificates: O, CN, L. Values are given as ASN.1, because text
 * would be parsed: a leading {@code #} means hexadecimal there.
 */
final class Subjects {
    private Subjects() {}

    static X500Name of(RootProfile profile) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, new DERUTF8String(profile.organization()))
                .addRDN(BCStyle.CN, new DERUTF8String(profile.commonName()))
                .build();
    }

    static X500Name of(ClusterProfile profile) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, new DERUTF8String(profile.organization()))
                .addRDN(BCStyle.CN, new DERUTF8String(profile.commonName()))
                .addRDN(BCStyle.L, new DERUTF8String(profile.name()))
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
