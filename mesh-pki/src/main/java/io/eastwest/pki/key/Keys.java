package io.eastwest.pki.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;

/** Words about public keys. */
public final class Keys {
    private static final int FINGERPRINT_BYTES = 8;

    private Keys() {}

    /**
     * Names the kind and size of a key.
     *
     * @param key a public key
     * @return such as {@code RSA 2048} or {@code EC 256}
     */
    public static String describe(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return "EC " + ec.getParams().getOrder().bitLength();
        }
        return key.getAlgorithm();
    }

    /**
     * Names a key for people to compare.
     *
     * @param key a public key
     * @return the first 8 bytes of the SHA-256 of its encoding, in hexadecimal
     */
    public static String fingerprint(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
