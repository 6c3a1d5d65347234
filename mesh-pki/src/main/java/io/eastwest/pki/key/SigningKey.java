package io.eastwest.pki.key;

import static java.util.Objects.requireNonNull;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.pem.PemText;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A private key that does not show itself: not in its text, not to a JSON writer, not in messages, not by equality.
 *
 * <p>Encodings are handed out as arrays for the time of a call and then overwritten with zeros. The key object of the
 * platform inside cannot be overwritten: Java's big integers are immutable and the collector may have copied them.
 * {@link #destroy()} drops the reference, which is all that can be done. Thread-safe.
 */
public final class SigningKey {
    private volatile @Nullable PrivateKey key;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey key, PublicKey publicKey) {
        this.key = requireNonNull(key, "key");
        this.publicKey = requireNonNull(publicKey, "publicKey");
    }

    /**
     * Takes over a key pair, such as one of a hardware module.
     *
     * @param pair the private key and its public key
     * @return the key
     */
    public static SigningKey of(KeyPair pair) {
        return new SigningKey(pair.getPrivate(), pair.getPublic());
    }

    /**
     * Reads an unencrypted key in PKCS#8, PKCS#1 or SEC1, as istiod does: the first block counts.
     *
     * <p>Mirrors istio 1.30.3 security/pkg/pki/util/crypto.go:ParsePemEncodedKey.
     *
     * @param pem the text, not changed and not kept; wipe it afterwards
     * @param place name of the text in messages, such as {@code ca-key.pem}
     * @return the key; {@link #algorithm()} is empty if it is of a kind that this library does not sign with
     * @throws PkiException {@link TrustCode#KEY_BLOCK_UNSUPPORTED} or {@link TrustCode#KEY_UNPARSABLE}
     */
    public static SigningKey parse(byte[] pem, String place) {
        return of(KeyDecoder.decode(pem, place));
    }

    /** {@return the public key} */
    public PublicKey publicKey() {
        return publicKey;
    }

    /** {@return the kind of key, or empty for one that can be read and compared but not used to sign here} */
    public Optional<KeyAlgorithm> algorithm() {
        return KeyAlgorithm.of(publicKey);
    }

    /**
     * Whether a certificate is about this key.
     *
     * @param certificate a certificate
     * @return whether its public key is that of this key
     */
    public boolean matches(X509Certificate certificate) {
        return Arrays.equals(publicKey.getEncoded(), certificate.getPublicKey().getEncoded());
    }

    /**
     * Gives the private key, for a key manager or key store. Do not log it: the key types of the JDK print secrets.
     *
     * @return the key of the platform
     * @throws PkiException {@link TrustCode#KEY_DESTROYED} after {@link #destroy()}
     */
    public PrivateKey privateKey() {
        PrivateKey current = key;
        if (current == null) {
            throw new PkiException(
                    TrustCode.KEY_DESTROYED, "key", "the key was destroyed", "keep it as long as it is needed");
        }
        return current;
    }

    /**
     * Lends the unencrypted PKCS#8 PEM of the key; the array is overwritten when the function returns.
     *
     * @param use what to do with the text; must not keep the array
     * @param <R> type of the result
     * @return what the function returns
     */
    public <R> R withPem(Function<byte[], R> use) {
        byte[] encoded = privateKey().getEncoded();
        if (encoded == null) {
            throw new PkiException(
                    TrustCode.KEY_ELSEWHERE,
                    "key",
                    "the key does not leave its module",
                    "use a key that can be exported");
        }
        byte[] pem = PemText.encode("PRIVATE KEY", encoded);
        try {
            return use.apply(pem);
        } finally {
            Arrays.fill(encoded, (byte) 0);
            Arrays.fill(pem, (byte) 0);
        }
    }

    /** Drops the private key; every later use is refused. */
    public void destroy() {
        key = null;
    }

    /** {@return kind and fingerprint of the public key; never the private key} */
    @Override
    public String toString() {
        return "SigningKey[" + Keys.describe(publicKey) + ", public " + Keys.fingerprint(publicKey) + "]";
    }
}
