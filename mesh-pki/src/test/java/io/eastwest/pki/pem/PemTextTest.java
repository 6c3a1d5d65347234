package io.eastwest.pki.pem;

import static io.eastwest.pki.Fixtures.MESH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustFinding;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemTextTest {
    private static final List<X509Certificate> CHAIN = MESH.bundle("east").chain();
    private static final String PEM = new String(PemText.encode(CHAIN), US_ASCII);
    private static final String ONE = new String(PemText.encode(CHAIN.subList(0, 1)), US_ASCII);

    @Nested
    class Writing {
        @Test
        void endsEveryBlockWithANewline() {
            assertThat(PEM).endsWith("-----END CERTIFICATE-----\n").contains("-----END CERTIFICATE-----\n-----BEGIN ");
        }

        @Test
        void wrapsLinesAfter64Characters() {
            assertThat(PEM.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(64));
        }

        @Test
        void thenReadingIsTheSame() {
            assertThat(PemText.certificates(PEM.getBytes(US_ASCII), "chain")).isEqualTo(CHAIN);
        }
    }

    @Nested
    class Reading {
        @Test
        void ignoresTextOutsideOfBlocks() {
            String described = "subject=CN = x\n" + PEM.replace("\n", "\r\n") + "\nthe end";

            assertThat(PemText.certificates(described.getBytes(US_ASCII), "chain"))
                    .isEqualTo(CHAIN);
        }

        @Test
        void tellsEveryBlockThatIsWrong() {
            String text = "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n" + ONE
                    + "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
                    + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> PemText.certificates(text.getBytes(US_ASCII), "root-cert.pem"))
                    .satisfies(e -> assertThat(e.findings())
                            .extracting(TrustFinding::toString)
                            .containsExactly(
                                    "ERROR root-cert.pem[0]: the block is damaged: the data is not base64;"
                                            + " a whole block is accepted PEM_INVALID",
                                    "ERROR root-cert.pem[2]: the block is \"PUBLIC KEY\"; only CERTIFICATE is accepted"
                                            + " PEM_INVALID",
                                    "ERROR root-cert.pem[3]: the encoding is not DER; plain DER without anything after"
                                            + " it is accepted PEM_INVALID"));
        }

        @Test
        void refusesTextWithoutABlock() {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> PemText.certificates(new byte[0], "root-cert.pem"))
                    .withMessage("ERROR root-cert.pem: there is no PEM block; at least one CERTIFICATE is accepted"
                            + " PEM_INVALID");
        }

        @Test
        void refusesBytesAfterTheCertificate() throws Exception {
            byte[] der = CHAIN.get(0).getEncoded();
            byte[] longer = java.util.Arrays.copyOf(der, der.length + 1);

            assertThatExceptionOfType(PkiException.class).isThrownBy(() -> PemText.certificate(longer, "x"));
        }
    }

    @Nested
    class Blocks {
        @Test
        void joinedWithoutANewlineAreDamaged() {
            String joined = ONE.strip() + ONE;

            assertThat(PemText.blocks(joined.getBytes(US_ASCII)))
                    .extracting(PemBlock::damage)
                    .containsExactly("the END line is not that of the BEGIN line, or more text follows on it");
        }

        @ParameterizedTest
        @CsvSource({
            "-----BEGIN A-----|QUJD|-----END A-----, false",
            "-----BEGIN A-----|QUJD|-----END A-----  , false",
            "-----BEGIN A-----|QU JD|-----END A-----, false",
            "-----BEGIN A-----|-----END A-----, false",
            "-----BEGIN A-----|X: y||QUJD|-----END A-----, false",
            "-----BEGIN A-----|QUJD|-----END B-----, true",
            "-----BEGIN A-----|QUJD, true",
            "-----BEGIN A|QUJD|-----END A-----, true",
            "-----BEGIN A-----|QUJ|-----END A-----, true",
            "-----BEGIN A-----|QUJD|-----END A----- x, true"
        })
        void areDamagedWhereGoSkipsThem(String lines, boolean damaged) {
            List<PemBlock> blocks = PemText.blocks(lines.replace('|', '\n').getBytes(US_ASCII));

            assertThat(blocks).hasSize(1);
            assertThat(blocks.get(0).isDamaged()).isEqualTo(damaged);
        }

        @Test
        void thatAreIndentedAreNone() {
            assertThat(PemText.blocks((" " + ONE).getBytes(US_ASCII))).isEmpty();
        }

        @Test
        void afterADamagedOneAreFound() {
            String text = "-----BEGIN CERTIFICATE-----\nno end\n" + ONE;

            List<PemBlock> blocks = PemText.blocks(text.getBytes(US_ASCII));

            assertThat(blocks).extracting(PemBlock::isDamaged).containsExactly(true, false);
        }

        @Test
        void showNoContentAndCanBeOverwritten() {
            PemBlock block = PemText.blocks(ONE.getBytes(US_ASCII)).get(0);

            assertThat(block.toString()).matches("PemBlock\\[CERTIFICATE, \\d+ bytes]");
            block.close();
            assertThat(block.der()).containsOnly(0);
        }
    }
}
