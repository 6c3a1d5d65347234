package io.eastwest.routing.credential;

import static io.eastwest.routing.fixture.TlsPairs.certificate;
import static io.eastwest.routing.fixture.TlsPairs.key;
import static io.eastwest.routing.fixture.TlsPairs.secret;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates with their keys in Secrets. */
class KeyPairsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa-pkcs8",
                "rsa-older",
                "rsa-other",
                "ec-pkcs8",
                "ec-prime256v1-older",
                "ec-secp384r1-older",
                "ec-secp521r1-older",
                "ed25519"
            })
    void ofEveryFormAreRead(String file) {
        assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", certificate(file), "tls.key", key(file))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"cert, key, true", "tls.crt, tls.key, true", "cert, tls.key, false", "tls.crt, key, false"})
    void haveEitherNamesButNotMixed(String certificateKey, String keyKey, boolean read) {
        assertThat(KeyPairs.hold(
                        secret("edge/tls", certificateKey, certificate("rsa-pkcs8"), keyKey, key("rsa-pkcs8"))))
                .isEqualTo(read);
    }

    @Test
    void mayStandBehindOtherBlocks() {
        String other = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

        assertThat(KeyPairs.hold(secret(
                        "edge/tls",
                        "tls.crt",
                        other + certificate("ec-prime256v1-older"),
                        "tls.key",
                        other + key("ec-prime256v1-older"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"rsa-pkcs8, rsa-other", "rsa-pkcs8, ec-pkcs8", "ec-pkcs8, ed25519", "ec-pkcs8, ec-secp384r1-older"})
    void fitEachOther(String ofCertificate, String ofKey) {
        assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", certificate(ofCertificate), "tls.key", key(ofKey))))
                .isFalse();
    }

    @Test
    void arePem() {
        assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", certificate("ed25519"), "tls.key", "none")))
                .isFalse();
        assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", "none", "tls.key", key("ed25519"))))
                .isFalse();
        assertThat(KeyPairs.hold(
                        secret("edge/tls", "tls.crt", certificate("ed25519"), "tls.key", certificate("ed25519"))))
                .isFalse();
    }
}
