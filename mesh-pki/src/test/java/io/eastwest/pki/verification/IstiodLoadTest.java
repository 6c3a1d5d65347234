package io.eastwest.pki.verification;

import static io.eastwest.pki.Fixtures.ISSUER;
import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.NOW;
import static io.eastwest.pki.Fixtures.OTHER_MESH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.ForgedAuthority;
import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.pem.PemText;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IstiodLoadTest {
    private static final CacertsFiles GOOD = MESH.bundle("east").files();
    private static final CacertsFiles WEST = MESH.bundle("west").files();
    private static final CacertsFiles FOREIGN = OTHER_MESH.bundle("east").files();
    private static final X509Certificate ROOT = MESH.roots().roots().get(0);
    private static final X509Certificate EAST = MESH.bundle("east").signer().certificate();

    @Test
    void filesOfTheBuilderAreSound() {
        assertThat(check(GOOD).findings()).isEmpty();
    }

    @Nested
    class IstiodDoesNotStart {
        @ParameterizedTest
        @ValueSource(strings = {"ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"})
        void whenOneFileIsMissing(String name) {
            assertThat(check(GOOD.without(name)).toString())
                    .isEqualTo("ERROR cacerts/east: incomplete signing CA bundle, [" + name + "] is not there; "
                            + "all of [ca-cert.pem, ca-key.pem, cert-chain.pem, root-cert.pem], or none"
                            + " CACERTS_INCOMPLETE");
        }

        @Test
        void whenTheSignerIsNoCertificate() {
            assertRefused(GOOD.with("ca-cert.pem", "nothing".getBytes(US_ASCII)), TrustCode.SIGNER_UNPARSABLE);
            assertRefused(GOOD.with("ca-cert.pem", content(GOOD, "ca-key.pem")), TrustCode.SIGNER_UNPARSABLE);
        }

        @Test
        void whenTheRootIsAnother() {
            LoadReport report = check(GOOD.with("root-cert.pem", content(FOREIGN, "root-cert.pem")));

            assertThat(report.refusal().orElseThrow().toString())
                    .isEqualTo(
                            "ERROR cacerts/east ca-cert.pem certificate/L=east,CN=Intermediate CA,O=Istio: its issuer"
                                    + " \"CN=Root CA,O=Istio\" is unknown; the issuer among the roots, or in the chain and below"
                                    + " a root, is accepted PATH_NO_ANCHOR");
        }

        @Test
        void whenTheSignerIsExpired() {
            LoadReport report = IstiodLoad.check(
                    GOOD, "east", EAST.getNotAfter().toInstant().plusSeconds(1));

            assertThat(report.refusal().orElseThrow().code()).isEqualTo(TrustCode.PATH_EXPIRED);
            assertThat(report.has(TrustCode.CHAIN_EXPIRED)).isTrue();
        }

        @Test
        void whenTheRootIsExpired() {
            ForgedAuthority old = ForgedAuthority.root("Old Root").until(NOW.minusSeconds(1));

            assertRefused(old.files(), TrustCode.PATH_EXPIRED);
        }

        @Test
        void whenTheSignerIsNotValidYet() {
            assertThat(IstiodLoad.check(
                                    GOOD,
                                    "east",
                                    EAST.getNotBefore().toInstant().minusSeconds(1))
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo(TrustCode.PATH_NOT_YET_VALID);
        }

        @Test
        void whenTheSignerIsNoAuthority() {
            assertRefused(ForgedAuthority.signer().notAuthority().files(), TrustCode.SIGNER_NOT_AUTHORITY);
        }

        @Test
        void whenTheSignerIsForClientsOnly() {
            assertRefused(ForgedAuthority.signer().forClientsOnly().files(), TrustCode.PATH_KEY_USAGE);
        }

        @Test
        void whenTheSignerHasACriticalExtensionThatNobodyKnows() {
            assertRefused(ForgedAuthority.signer().withUnknownExtension().files(), TrustCode.PATH_UNKNOWN_EXTENSION);
        }

        @Test
        void whenTheSignerIsSignedWithSha1() {
            assertRefused(ForgedAuthority.signer().signedWith("SHA1withECDSA").files(), TrustCode.PATH_WEAK_SIGNATURE);
        }

        @Test
        void whenTheRootIsNoAuthority() {
            assertRefused(ForgedAuthority.root("Leaf").notAuthority().files(), TrustCode.PATH_NOT_AUTHORITY);
        }

        @Test
        void whenTheRootMayNotSignCertificates() {
            assertRefused(ForgedAuthority.root("Root").withoutKeyCertSign().files(), TrustCode.PATH_CANNOT_SIGN);
        }

        @Test
        void whenTheNameOfTheSignerIsExcludedByTheRoot() {
            assertRefused(
                    ForgedAuthority.root("Root").permittingDns("example.org").files(), TrustCode.PATH_NAME_CONSTRAINT);
        }

        @Test
        void whenTheKeyIsThatOfAnotherCluster() {
            LoadReport report = check(GOOD.with("ca-key.pem", content(WEST, "ca-key.pem")));

            assertThat(report.toString())
                    .isEqualTo("ERROR cacerts/east ca-key.pem: the key does not match the certificate in ca-cert.pem; "
                            + "the key that belongs to it is accepted KEY_MISMATCH");
        }

        @Test
        void whenTheKeyCannotBeRead() {
            assertRefused(GOOD.with("ca-key.pem", "no key".getBytes(US_ASCII)), TrustCode.KEY_UNPARSABLE);
            assertRefused(GOOD.with("ca-key.pem", content(GOOD, "ca-cert.pem")), TrustCode.KEY_BLOCK_UNSUPPORTED);
        }
    }

    @Nested
    class PeersFail {
        @Test
        void whenThereAreNoFilesAndIstiodMakesItsOwnRoot() {
            LoadReport report = check(CacertsFiles.of(new TreeMap<String, byte[]>()));

            assertThat(report.loads()).isTrue();
            assertThat(report.isSound()).isFalse();
            assertThat(report.has(TrustCode.CACERTS_ABSENT)).isTrue();
        }

        @Test
        void whenTheChainIsTheRootOnly() {
            assertPeersFail(GOOD.with("cert-chain.pem", PemText.encode(List.of(ROOT))), TrustCode.CHAIN_WITHOUT_SIGNER);
        }

        @Test
        void whenTheChainIsThatOfAnotherCluster() {
            assertPeersFail(
                    GOOD.with("cert-chain.pem", content(WEST, "cert-chain.pem")), TrustCode.CHAIN_WITHOUT_SIGNER);
        }

        @Test
        void whenTheRootHasPathLengthZero() {
            assertPeersFail(ForgedAuthority.root("Root").pathLength(0).files(), TrustCode.ISSUED_NOT_TRUSTED);
        }

        @Test
        void whenTheSignerMayNotSignCertificates() {
            assertPeersFail(ForgedAuthority.signer().withoutKeyCertSign().files(), TrustCode.ISSUED_NOT_TRUSTED);
        }
    }

    @Nested
    class Risks {
        @Test
        void brokenBlockBesideAGoodRootIsSkippedAndTold() {
            byte[] roots = (new String(content(GOOD, "root-cert.pem"), US_ASCII)
                            + "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n")
                    .getBytes(US_ASCII);

            LoadReport report = check(GOOD.with("root-cert.pem", roots));

            assertThat(report.isSound()).isTrue();
            assertThat(report.findings())
                    .extracting(TrustFinding::toString)
                    .containsExactly("WARNING cacerts/east root-cert.pem[1]: istiod skips the block, the block is"
                            + " damaged: the data is not base64; a whole block is accepted; remove or mend it"
                            + " PEM_BLOCK_SKIPPED");
        }

        @Test
        void chainInTheWrongOrderLoads() {
            byte[] reversed = PemText.encode(List.of(EAST, EAST, ROOT));

            assertThat(check(GOOD.with("cert-chain.pem", reversed)).has(TrustCode.CHAIN_ORDER))
                    .isTrue();
        }

        @Test
        void signerThatEndsWithinTheLifeOfAWorkloadCertificateLoads() {
            LoadReport report = IstiodLoad.check(
                    GOOD, "east", EAST.getNotAfter().toInstant().minus(Duration.ofHours(23)));

            assertThat(report.isSound()).isTrue();
            assertThat(report.findings()).extracting(TrustFinding::code).containsExactly(TrustCode.EXPIRES_SOON);
        }

        @Test
        void signerThatIsTheRootLoads() {
            LoadReport report = check(ForgedAuthority.root("Single").filesOfRootAsSigner());

            assertThat(report.isSound()).isTrue();
            assertThat(report.has(TrustCode.ROOT_KEY_EXPOSED)).isTrue();
        }

        @Test
        void markerOfIstiodIsTold() {
            assertThat(check(GOOD.with("istio-generated", new byte[0])).has(TrustCode.ISTIO_GENERATED))
                    .isTrue();
        }

        @Test
        void moreThanTheApiServerTakesIsTold() {
            assertThat(check(GOOD.with("notes", new byte[1 << 20])).has(TrustCode.BUNDLE_TOO_LARGE))
                    .isTrue();
        }
    }

    @Nested
    class RevocationLists {
        private final CacertsFiles listed = MESH.withRevocation(List.of(), Duration.ofDays(7))
                .bundle("east")
                .files();

        @Test
        void oneOfEachAuthorityIsSound() {
            assertThat(check(listed).findings()).isEmpty();
        }

        @Test
        void listOfTheSignerAloneIsNotEnough() {
            X509CRL own = ISSUER.revocationList(MESH.bundle("east").signer(), List.of(), Duration.ofDays(7));

            assertRefused(GOOD.with("ca-crl.pem", PemText.encodeRevocationLists(List.of(own))), TrustCode.CRL_MISSING);
        }

        @Test
        void authorityWithoutCrlSignCannotHaveOne() {
            ForgedAuthority forged = ForgedAuthority.root("Root").withoutCrlSign();

            assertRefused(forged.filesWithRevocationLists(), TrustCode.CRL_MISSING);
        }

        @Test
        void blockOfAnotherKindIsRefused() {
            byte[] mixed = (new String(content(listed, "ca-crl.pem"), US_ASCII)
                            + new String(content(listed, "ca-cert.pem"), US_ASCII))
                    .getBytes(US_ASCII);

            assertRefused(listed.with("ca-crl.pem", mixed), TrustCode.CRL_UNPARSABLE);
        }

        @Test
        void expiredListFailsPeers() {
            LoadReport report = IstiodLoad.check(listed, "east", NOW.plus(Duration.ofDays(8)));

            assertThat(report.loads()).isTrue();
            assertThat(report.has(TrustCode.CRL_EXPIRED)).isTrue();
        }
    }

    @Nested
    class LayoutOfCertManager {
        private final CacertsFiles files = CacertsFiles.of(new TreeMap<String, byte[]>())
                .with("tls.crt", content(GOOD, "cert-chain.pem"))
                .with("tls.key", content(GOOD, "ca-key.pem"))
                .with("ca.crt", content(GOOD, "root-cert.pem"));

        @Test
        void isSound() {
            assertThat(check(files).isSound()).isTrue();
        }

        @Test
        void winsOverTheFourFiles() {
            CacertsFiles both = files.with("ca-cert.pem", new byte[0]).with("ca-key.pem", new byte[0]);

            assertThat(check(both).isSound()).isTrue();
        }

        @Test
        void needsTheRoot() {
            assertRefused(files.without("ca.crt"), TrustCode.CACERTS_INCOMPLETE);
        }

        @Test
        void readsNoRevocationList() {
            assertThat(check(files.with("ca-crl.pem", "junk".getBytes(US_ASCII)))
                            .findings())
                    .extracting(TrustFinding::code)
                    .containsOnly(TrustCode.CRL_NOT_READ);
        }

        @Test
        void filesWithoutFinalNewlineAreJoined() {
            byte[] trimmed =
                    new String(content(GOOD, "ca-cert.pem"), US_ASCII).strip().getBytes(US_ASCII);

            assertThat(check(files.with("tls.crt", trimmed)).isSound()).isTrue();
        }
    }

    @Test
    void allProblemsAreToldInTheOrderOfIstiod() {
        List<TrustCode> codes = new ArrayList<>();
        check(GOOD.with("root-cert.pem", content(FOREIGN, "root-cert.pem"))
                        .with("ca-key.pem", content(WEST, "ca-key.pem"))
                        .with("istio-generated", new byte[0]))
                .findings()
                .forEach(finding -> codes.add(finding.code()));

        assertThat(codes).containsExactly(TrustCode.PATH_NO_ANCHOR, TrustCode.KEY_MISMATCH, TrustCode.ISTIO_GENERATED);
    }

    private static void assertRefused(CacertsFiles files, TrustCode code) {
        LoadReport report = check(files);

        assertThat(report.loads()).as(report.toString()).isFalse();
        assertThat(report.refusal().orElseThrow().code()).as(report.toString()).isEqualTo(code);
    }

    private static void assertPeersFail(CacertsFiles files, TrustCode code) {
        LoadReport report = check(files);

        assertThat(report.loads()).as(report.toString()).isTrue();
        assertThat(report.isSound()).isFalse();
        assertThat(report.has(code)).as(report.toString()).isTrue();
    }

    private static LoadReport check(CacertsFiles files) {
        return IstiodLoad.check(files, "east", at());
    }

    private static Instant at() {
        return Fixtures.NOW;
    }

    private static byte[] content(CacertsFiles files, String name) {
        return files.content(name).orElseThrow();
    }
}
