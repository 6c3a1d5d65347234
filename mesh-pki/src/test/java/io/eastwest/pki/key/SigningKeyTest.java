package io.eastwest.pki.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.SeededRandom;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.pem.PemText;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyTest {
    private static final SigningKey RSA = KeyAlgorithm.RSA_2048.generate(Fixtures.RANDOM);
    private static final SigningKey EC = KeyAlgorithm.EC_P256.generate(Fixtures.RANDOM);

    @Nested
    class Reads {
        @Test
        void pkcs8() {
            assertSame(RSA, RSA.withPem(byte[]::clone));
            assertSame(EC, EC.withPem(byte[]::clone));
        }

        @Test
        void pkcs1() throws IOException {
            assertSame(RSA, PemText.encode("RSA PRIVATE KEY", inner(RSA)));
        }

        @Test
        void sec1() throws IOException {
            assertSame(EC, PemText.encode("EC PRIVATE KEY", inner(EC)));
        }

        @Test
        void textWithCarriageReturnsAndWordsBefore() {
            byte[] pem = EC.withPem(byte[]::clone);
            String windows = "the key of east\r\n" + new String(pem, US_ASCII).replace("\n", "\r\n");

            assertSame(EC, windows.getBytes(US_ASCII));
        }

        @Test
        void curveThatIsNotSignedWithHereWithoutAnAlgorithm() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp521r1"));
            byte[] pem = PemText.encode(
                    "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());

            assertThat(SigningKey.parse(pem, "ca-key.pem").algorithm()).isEmpty();
        }
    }

    @Nested
    class Refuses {
        @Test
        void parametersBeforeTheKeyWithAHint() {
            byte[] parameters = PemText.encode("EC PARAMETERS", new byte[] {6, 1, 0});
            byte[] key = EC.withPem(byte[]::clone);
            byte[] both = (new String(parameters, US_ASCII) + new String(key, US_ASCII)).getBytes(US_ASCII);

            assertRefused(both, TrustCode.KEY_BLOCK_UNSUPPORTED)
                    .hasMessage("ERROR ca-key.pem: the first block is \"EC PARAMETERS\"; remove that block, or generate"
                            + " with \"openssl ecparam -genkey -noout\" or \"openssl genpkey\" KEY_BLOCK_UNSUPPORTED");
        }

        @Test
        void encryptedKeys() {
            assertRefused(PemText.encode("ENCRYPTED PRIVATE KEY", new byte[9]), TrustCode.KEY_BLOCK_UNSUPPORTED);
            assertRefused("""
                    -----BEGIN RSA PRIVATE KEY-----
                    Proc-Type: 4,ENCRYPTED
                    DEK-Info: AES-256-CBC,00

                    AAAA
                    -----END RSA PRIVATE KEY-----
                    """.getBytes(US_ASCII), TrustCode.KEY_UNPARSABLE);
        }

        @Test
        void bytesThatAreNoKeyWithoutRepeatingThem() {
            byte[] damaged = PemText.encode("PRIVATE KEY", "secret stuff".getBytes(US_ASCII));

            assertRefused(damaged, TrustCode.KEY_UNPARSABLE)
                    .hasMessage("ERROR ca-key.pem: the content is not what \"PRIVATE KEY\" promises;"
                            + " PKCS#8, PKCS#1 or SEC1 without a password is accepted KEY_UNPARSABLE")
                    .hasNoCause();
        }

        @Test
        void ed25519() throws GeneralSecurityException {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();

            assertRefused(PemText.encode("PRIVATE KEY", key), TrustCode.KEY_ALGORITHM_UNSUPPORTED);
        }

        private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] pem, TrustCode code) {
            return assertThatThrownBy(() -> SigningKey.parse(pem, "ca-key.pem"))
                    .isInstanceOfSatisfying(
                            PkiException.class, e -> assertThat(e.code()).isEqualTo(code));
        }
    }

    @Nested
    class Secrecy {
        @Test
        void textShowsKindAndPublicFingerprint() {
            assertThat(EC.toString()).matches("SigningKey\\[EC 256, public [0-9a-f]{16}]");
        }

        @Test
        void lentTextIsOverwrittenAfterUse() {
            AtomicReference<byte[]> kept = new AtomicReference<>();

            EC.withPem(pem -> {
                kept.set(pem);
                assertThat(pem).asString(US_ASCII).startsWith("-----BEGIN PRIVATE KEY-----");
                return "";
            });

            assertThat(kept.get()).containsOnly(0);
        }

        @Test
        void destroyedKeyIsNotUsed() {
            SigningKey key = KeyAlgorithm.EC_P256.generate(Fixtures.RANDOM);
            key.destroy();

            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> key.withPem(byte[]::clone))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.KEY_DESTROYED));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_2048", "EC_P256", "EC_P384"})
    void sameRandomGivesTheSameKey(KeyAlgorithm algorithm) {
        SigningKey one = algorithm.generate(new SeededRandom(1));
        SigningKey again = algorithm.generate(new SeededRandom(1));
        SigningKey other = algorithm.generate(new SeededRandom(2));

        assertThat(again.publicKey().getEncoded()).isEqualTo(one.publicKey().getEncoded());
        assertThat(other.publicKey().getEncoded()).isNotEqualTo(one.publicKey().getEncoded());
        assertThat(one.algorithm()).contains(algorithm);
    }

    private static void assertSame(SigningKey expected, byte[] pem) {
        SigningKey read = SigningKey.parse(pem, "ca-key.pem");

        assertThat(read.publicKey().getEncoded()).isEqualTo(expected.publicKey().getEncoded());
        assertThat(read.algorithm()).isEqualTo(expected.algorithm());
        assertThat(read.withPem(byte[]::clone)).isEqualTo(expected.withPem(byte[]::clone));
    }

    private static byte[] inner(SigningKey key) throws IOException {
        return PrivateKeyInfo.getInstance(key.privateKey().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
    }
}
