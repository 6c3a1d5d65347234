package io.eastwest.pki.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Turns DER into an object of the JDK, and refuses encodings that the JDK forgives and Go or OpenSSL do not. */
@FunctionalInterface
interface Decoder<T> {
    T decode(byte[] der) throws NotDecodable;

    static X509Certificate certificate(byte[] der) throws NotDecodable {
        requirePlainDer(der);
        try {
            return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | ClassCastException e) {
            throw new NotDecodable("the block holds no X.509 certificate");
        }
    }

    static X509CRL revocationList(byte[] der) throws NotDecodable {
        requirePlainDer(der);
        try {
            return (X509CRL) factory().generateCRL(new ByteArrayInputStream(der));
        } catch (CRLException | ClassCastException e) {
            throw new NotDecodable("the block holds no revocation list");
        }
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every Java platform reads X.509", e);
        }
    }

    /** One signed structure: three parts, nothing after it, written the one way DER allows, signature in whole bytes. */
    private static void requirePlainDer(byte[] der) throws NotDecodable {
        try {
            ASN1Sequence signed = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
            ASN1BitString signature = ASN1BitString.getInstance(signed.getObjectAt(2));
            if (signed.size() != 3
                    || signature.getPadBits() != 0
                    || !Arrays.equals(der, signed.getEncoded(ASN1Encoding.DER))) {
                throw new NotDecodable("the encoding is not DER");
            }
        } catch (IOException | RuntimeException e) {
            throw new NotDecodable("the encoding is not DER");
        }
    }

    /** Says why bytes were refused, without the bytes. */
    final class NotDecodable extends Exception {
        private static final long serialVersionUID = 1L;

        /** Why, without the bytes. */
        private final String reason;

        NotDecodable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
