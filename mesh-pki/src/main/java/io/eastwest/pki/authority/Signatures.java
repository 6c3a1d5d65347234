package io.eastwest.pki.authority;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.key.Keys;
import io.eastwest.pki.key.SigningKey;
import java.security.Provider;
import java.security.SecureRandom;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs with a key; the provider is never registered with the JVM. */
final class Signatures {
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Signatures() {}

    static ContentSigner with(SigningKey key, SecureRandom random) {
        KeyAlgorithm algorithm = key.algorithm()
                .orElseThrow(() -> new PkiException(
                        TrustCode.KEY_ALGORITHM_UNSUPPORTED,
                        "key",
                        "the key is " + Keys.describe(key.publicKey()),
                        "RSA 2048, 3072, 4096, P-256 and P-384 are accepted"));
        try {
            return new JcaContentSignerBuilder(algorithm.signatureAlgorithm())
                    .setProvider(PROVIDER)
                    .setSecureRandom(random)
                    .build(key.privateKey());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("cannot sign with a key of kind " + algorithm, e);
        }
    }
}
