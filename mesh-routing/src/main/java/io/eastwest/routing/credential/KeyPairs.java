package io.eastwest.routing.credential;

import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/**
 * Whether Secrets and ConfigMaps hold what TLS needs. Mirrors istio 1.30.3 {@code
 * pilot/pkg/credentials/kube/secrets.go:ExtractCertInfo, ExtractRoot}.
 */
public final class KeyPairs {
    private static final List<String> AUTHORITY_KEYS = List.of("cacert", "ca.crt");
    private static final byte[] SIGNED = {1, 2, 3};

    private KeyPairs() {}

    /**
     * Looks for a certificate and its key, under {@code cert} and {@code key}, else under {@code tls.crt} and {@code tls.key}.
     *
     * @param secret the Secret
     * @return whether it holds a certificate that can be read and the key of it
     */
    public static boolean hold(Secret secret) {
        return pair(secret, "cert", "key")
                .or(() -> pair(secret, "tls.crt", "tls.key"))
                .filter(Pair::fits)
                .isPresent();
    }

    /**
     * Looks for CA certificates, under {@code cacert}, else under {@code ca.crt}.
     *
     * @param secret the Secret
     * @return what stands there, of whatever form; empty: nothing
     */
    public static Optional<String> authorities(Secret secret) {
        return AUTHORITY_KEYS.stream()
                .flatMap(key -> text(secret, key).stream())
                .findFirst();
    }

    /**
     * Looks for CA certificates, under {@code cacert}, else under {@code ca.crt}.
     *
     * @param map the ConfigMap
     * @return what stands there, of whatever form; empty: nothing
     */
    public static Optional<String> authorities(ConfigMap map) {
        return AUTHORITY_KEYS.stream()
                .map(key -> map.data().getOrDefault(key, ""))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /**
     * Looks for a certificate in PEM.
     *
     * @param pem any text
     * @return whether it holds at least one certificate that can be read
     */
    public static boolean hasCertificate(String pem) {
        return PemBlock.all(pem).stream()
                .anyMatch(block -> block.isCertificate() && certificate(block).isPresent());
    }

    private static Optional<Pair> pair(Secret secret, String certificate, String key) {
        return text(secret, certificate)
                .flatMap(certificates -> text(secret, key).map(keys -> new Pair(certificates, keys)));
    }

    private static Optional<String> text(Secret secret, String key) {
        return secret.value(key).map(SecretBytes::toText).filter(text -> !text.isEmpty());
    }

    private static Optional<X509Certificate> certificate(PemBlock block) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(block.content().toByteArray())));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private record Pair(String certificates, String keys) {
        boolean fits() {
            Optional<PublicKey> known = PemBlock.all(certificates).stream()
                    .filter(PemBlock::isCertificate)
                    .findFirst()
                    .flatMap(KeyPairs::certificate)
                    .map(X509Certificate::getPublicKey);
            Optional<PrivateKey> key = PemBlock.all(keys).stream()
                    .filter(PemBlock::isKey)
                    .findFirst()
                    .flatMap(PrivateKeys::read);
            return known.isPresent() && key.isPresent() && fits(known.get(), key.get());
        }

        private static boolean fits(PublicKey known, PrivateKey key) {
            if (known instanceof RSAPublicKey rsa) {
                return key instanceof RSAPrivateKey own && own.getModulus().equals(rsa.getModulus());
            }
            if (!known.getAlgorithm().equals(key.getAlgorithm())) {
                return false;
            }
            try {
                Signature signature =
                        Signature.getInstance(known.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "EdDSA");
                signature.initSign(key);
                signature.update(SIGNED);
                byte[] signed = signature.sign();
                signature.initVerify(known);
                signature.update(SIGNED);
                return signature.verify(signed);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
