package io.eastwest.pki.pem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.io.ByteArrayOutputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Reads and writes PEM. Reading is strict unless a method says otherwise. Thread-safe. */
public final class PemText {
    /** Block type of a certificate. */
    public static final String CERTIFICATE = "CERTIFICATE";

    /** Block type of a certificate revocation list. */
    public static final String REVOCATION_LIST = "X509 CRL";

    private static final int LINE = 64;

    private PemText() {}

    /**
     * Finds all blocks, in order, damaged ones included. Text outside of blocks is ignored.
     *
     * <p>Mirrors go encoding/pem:Decode, applied until nothing is left.
     *
     * @param text PEM
     * @return the blocks; close those that may hold a key
     */
    public static List<PemBlock> blocks(byte[] text) {
        return new PemScanner(text).scan();
    }

    /**
     * Reads certificates; every block must be one, and there must be at least one.
     *
     * @param text PEM
     * @param place name of the text in messages, such as {@code root-cert.pem}
     * @return the certificates in the order of the text
     * @throws PkiException with every block that is wrong
     */
    public static List<X509Certificate> certificates(byte[] text, String place) {
        return strict(text, place, CERTIFICATE, Decoder::certificate);
    }

    /**
     * Reads revocation lists; every block must be one, and there must be at least one.
     *
     * @param text PEM
     * @param place name of the text in messages
     * @return the lists in the order of the text
     * @throws PkiException with every block that is wrong
     */
    public static List<X509CRL> revocationLists(byte[] text, String place) {
        return strict(text, place, REVOCATION_LIST, Decoder::revocationList);
    }

    /**
     * Decodes the certificate of one block, without a look at its type.
     *
     * @param block a block
     * @param place name of the block in messages
     * @return the certificate
     * @throws PkiException if the block holds no certificate in plain DER
     */
    public static X509Certificate certificate(PemBlock block, String place) {
        return decode(block, place, Decoder::certificate);
    }

    /**
     * Decodes the revocation list of one block, without a look at its type.
     *
     * @param block a block
     * @param place name of the block in messages
     * @return the revocation list
     * @throws PkiException if the block holds none
     */
    public static X509CRL revocationList(PemBlock block, String place) {
        return decode(block, place, Decoder::revocationList);
    }

    /**
     * Decodes a certificate from its DER encoding.
     *
     * @param der the encoding
     * @param place name of the certificate in messages
     * @return the certificate
     * @throws PkiException if it is no certificate in plain DER
     */
    public static X509Certificate certificate(byte[] der, String place) {
        return certificate(new PemBlock(CERTIFICATE, der.clone(), false, ""), place);
    }

    /**
     * Writes one block with a final newline. The caller wipes the result when it is a key.
     *
     * @param type the label, such as {@code PRIVATE KEY}
     * @param der the bytes to encode
     * @return the text in ASCII
     */
    public static byte[] encode(String type, byte[] der) {
        byte[] base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encode(der);
        byte[] begin = ("-----BEGIN " + type + "-----\n").getBytes(US_ASCII);
        byte[] end = ("\n-----END " + type + "-----\n").getBytes(US_ASCII);
        byte[] text = Arrays.copyOf(begin, begin.length + base64.length + end.length);
        System.arraycopy(base64, 0, text, begin.length, base64.length);
        System.arraycopy(end, 0, text, begin.length + base64.length, end.length);
        Arrays.fill(base64, (byte) 0);
        return text;
    }

    /**
     * Writes certificates one after the other.
     *
     * @param certificates the certificates
     * @return the text in ASCII, each block with its final newline
     */
    public static byte[] encode(List<X509Certificate> certificates) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            for (X509Certificate certificate : certificates) {
                text.writeBytes(encode(CERTIFICATE, certificate.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
        return text.toByteArray();
    }

    /**
     * Writes revocation lists one after the other.
     *
     * @param lists the revocation lists
     * @return the text in ASCII, each block with its final newline
     */
    public static byte[] encodeRevocationLists(List<X509CRL> lists) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            for (X509CRL list : lists) {
                text.writeBytes(encode(REVOCATION_LIST, list.getEncoded()));
            }
        } catch (CRLException e) {
            throw new IllegalStateException("a revocation list that was read cannot be written", e);
        }
        return text.toByteArray();
    }

    private static <T> List<T> strict(byte[] text, String place, String type, Decoder<T> decoder) {
        List<T> decoded = new ArrayList<>();
        List<TrustFinding> findings = new ArrayList<>();
        List<PemBlock> blocks = blocks(text);
        for (int i = 0; i < blocks.size(); i++) {
            PemBlock block = blocks.get(i);
            String where = place + "[" + i + "]";
            if (!block.isDamaged() && (!block.type().equals(type) || block.hasHeaders())) {
                findings.add(invalid(where, "the block is " + TrustFinding.quote(block.type()), "only " + type));
                continue;
            }
            try {
                decoded.add(decode(block, where, decoder));
            } catch (PkiException e) {
                findings.addAll(e.findings());
            }
        }
        if (blocks.isEmpty()) {
            findings.add(invalid(place, "there is no PEM block", "at least one " + type));
        }
        if (!findings.isEmpty()) {
            throw new PkiException(findings);
        }
        return List.copyOf(decoded);
    }

    private static <T> T decode(PemBlock block, String place, Decoder<T> decoder) {
        if (block.isDamaged()) {
            throw new PkiException(invalid(place, "the block is damaged: " + block.damage(), "a whole block"));
        }
        try {
            return decoder.decode(block.der());
        } catch (Decoder.NotDecodable e) {
            throw new PkiException(invalid(place, e.reason(), "plain DER without anything after it"));
        }
    }

    private static TrustFinding invalid(String place, String wrong, String accepted) {
        return TrustFinding.of(TrustCode.PEM_INVALID, place, wrong, accepted + " is accepted");
    }
}
