package io.eastwest.pki.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The key algorithms that authorities and workloads may use: those that istiod, Envoy and ztunnel are known to accept.
 */
public enum KeyAlgorithm {
    /** RSA with 2048 bits, signs with SHA-256; Istio's default for workloads. */
    RSA_2048("RSA", 2048, "SHA256withRSA"),
    /** RSA with 3072 bits, signs with SHA-256. */
    RSA_3072("RSA", 3072, "SHA256withRSA"),
    /** RSA with 4096 bits, signs with SHA-256; what Istio's own certificate makefiles use. */
    RSA_4096("RSA", 4096, "SHA256withRSA"),
    /** The curve NIST P-256, signs with SHA-256. */
    EC_P256("EC", 256, "SHA256withECDSA"),
    /** The curve NIST P-384, signs with SHA-384. */
    EC_P384("EC", 384, "SHA384withECDSA");

    private final String family;
    private final int bits;
    private final String signature;

    KeyAlgorithm(String family, int bits, String signature) {
        this.family = family;
        this.bits = bits;
        this.signature = signature;
    }

    /** {@return {@code RSA} or {@code EC}} */
    public String family() {
        return family;
    }

    /** {@return size of the modulus or of the curve, in bits} */
    public int bits() {
        return bits;
    }

    /** {@return the signature algorithm that a key of this kind signs with, in the names of Java} */
    public String signatureAlgorithm() {
        return signature;
    }

    /**
     * Makes a new key.
     *
     * @param random source of randomness; the same source in the same state gives the same key
     * @return the key
     */
    public SigningKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family, Crypto.PROVIDER);
            generator.initialize(parameters(), random);
            return SigningKey.of(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot generate a key of kind " + this, e);
        }
    }

    /**
     * Recognises the algorithm of a key.
     *
     * @param key any public key
     * @return the algorithm, or empty for a kind or size that is not among these
     */
    public static Optional<KeyAlgorithm> of(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return find("RSA", rsa.getModulus().bitLength());
        }
        if (key instanceof ECPublicKey ec && Crypto.isNistCurve(ec)) {
            return find("EC", ec.getParams().getOrder().bitLength());
        }
        return Optional.empty();
    }

    private AlgorithmParameterSpec parameters() {
        return family.equals("RSA")
                ? new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(65_537))
                : new ECGenParameterSpec("P-" + bits);
    }

    private static Optional<KeyAlgorithm> find(String family, int bits) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.family.equals(family) && algorithm.bits == bits)
                .findFirst();
    }
}
