package io.eastwest.pki.bundle;

import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.OTHER_MESH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.pki.authority.CertificateAuthority;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.pem.PemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaBundleTest {
    private static final CaBundle EAST = MESH.bundle("east");

    @Nested
    class Content {
        private final CacertsFiles files = EAST.files();

        @Test
        void isTheFourFilesOfIstiod() {
            assertThat(files.names()).containsExactly("ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem");
        }

        @Test
        void chainStartsWithTheSignerAndEndsWithTheRoot() {
            List<X509Certificate> chain = PemText.certificates(content("cert-chain.pem"), "chain");

            assertThat(chain)
                    .containsExactly(
                            EAST.signer().certificate(), MESH.roots().roots().get(0));
            assertThat(content("ca-cert.pem")).isEqualTo(PemText.encode(chain.subList(0, 1)));
        }

        @Test
        void holdsTheKeyOfTheIntermediateAndNeverThatOfTheRoot() {
            String rootKey = key(MESH.authority().orElseThrow());
            String ownKey = key(EAST.signer());

            assertThat(new String(content("ca-key.pem"), US_ASCII)).isEqualTo(ownKey);
            assertThat(files.names())
                    .allSatisfy(name -> assertThat(new String(content(name), US_ASCII))
                            .doesNotContain(rootKey.lines().skip(1).findFirst().orElseThrow()));
        }

        @Test
        void canBeOverwritten() {
            files.close();

            assertThat(content("ca-key.pem")).containsOnly(0);
        }

        private byte[] content(String name) {
            return files.content(name).orElseThrow();
        }
    }

    @Nested
    class RootAsSigner {
        @Test
        void isRefused() {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> CaBundle.of("east", MESH.authority().orElseThrow(), MESH.roots()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.ROOT_KEY_EXPOSED));
        }

        @Test
        void withoutKeyIsRefused() {
            CertificateAuthority elsewhere = CertificateAuthority.withoutKey(EAST.chain());

            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> CaBundle.of("east", elsewhere, MESH.roots()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.KEY_ELSEWHERE));
        }
    }

    @Nested
    class WrittenFiles {
        @TempDir
        Path directory;

        @Test
        void areForTheirOwnerOnly() throws IOException {
            Path fresh = directory.resolve("mesh").resolve("east");

            EAST.writeTo(fresh);

            assertThat(permissions(fresh)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(fresh)) {
                assertThat(files)
                        .hasSize(4)
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
        }

        @Test
        void becomeNarrowerWhenTheyWereWideAndStayNarrowWhenTheyWere() throws IOException {
            EAST.writeTo(directory);
            Path wide = directory.resolve("ca-key.pem");
            Path narrow = directory.resolve("ca-cert.pem");
            Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString("rw-rw-rw-"));
            Files.setPosixFilePermissions(narrow, PosixFilePermissions.fromString("r--------"));

            MESH.bundle("west").writeTo(directory);

            assertThat(permissions(wide)).isEqualTo("rw-------");
            assertThat(permissions(narrow)).isEqualTo("r--------");
            assertThat(Files.readAllBytes(narrow))
                    .isEqualTo(
                            PemText.encode(List.of(MESH.bundle("west").signer().certificate())));
        }

        @Test
        void replaceALinkAndNotItsTarget() throws IOException {
            Path target = Files.writeString(directory.resolve("elsewhere"), "untouched");
            Files.createSymbolicLink(directory.resolve("ca-key.pem"), target);

            EAST.writeTo(directory);

            assertThat(target).hasContent("untouched");
            assertThat(directory.resolve("ca-key.pem")).isRegularFile();
            assertThat(Files.isSymbolicLink(directory.resolve("ca-key.pem"))).isFalse();
        }

        @Test
        void leaveNothingTemporaryBehind() throws IOException {
            EAST.writeTo(directory);

            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files)
                        .extracting(file -> file.getFileName().toString())
                        .noneMatch(name -> name.startsWith("."));
            }
        }

        @Test
        void areReadAsTheyWereWritten() {
            EAST.writeTo(directory);

            CacertsFiles read = CacertsFiles.read(directory);

            assertThat(read.names()).isEqualTo(EAST.files().names());
            assertThat(read.content("ca-key.pem"))
                    .contains(EAST.files().content("ca-key.pem").orElseThrow());
        }

        @Test
        void failWithTheirNameWhereTheyCannotBe() throws IOException {
            Path file = Files.writeString(directory.resolve("file"), "");

            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> EAST.writeTo(file))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.FILE_FAILED));
        }

        private String permissions(Path path) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        }
    }

    @Nested
    class Manifest {
        @Test
        void isASecretWithTheExactBytes() {
            String yaml = new String(EAST.secretManifest("istio-system"), UTF_8);

            assertThat(yaml)
                    .startsWith("""
                            # contains a private key
                            apiVersion: v1
                            kind: Secret
                            metadata:
                              name: cacerts
                              namespace: "istio-system"
                            type: Opaque
                            data:
                            """)
                    .contains("data:\n  ca-cert.pem: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t")
                    .contains("  root-cert.pem: "
                            + Base64.getEncoder().encodeToString(MESH.roots().pem()) + "\n")
                    .doesNotContain("istio-generated");
        }

        @Test
        void isReadByTheModelAsTheSecretThatWeMake() {
            String yaml = new String(EAST.secretManifest("istio-system"), UTF_8);

            Secret read = ManifestReader.strict()
                    .readValue(Secret.class, "cacerts.yaml", yaml)
                    .orThrow();

            assertThat(read.data()).isEqualTo(EAST.toSecret("istio-system").data());
            assertThat(read.type()).isEqualTo(EAST.toSecret("istio-system").type());
            assertThat(read.metadata()).isEqualTo(EAST.toSecret("istio-system").metadata());
            assertThat(CacertsFiles.of(read).names()).isEqualTo(EAST.files().names());
        }

        @Test
        void isWrittenForItsOwnerOnly(@TempDir Path directory) throws IOException {
            Path file = directory.resolve("cacerts.yaml");

            EAST.writeSecretTo(file, "istio-system");

            assertThat(file).hasBinaryContent(EAST.secretManifest("istio-system"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }

        @Test
        void needsANamespace() {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> EAST.secretManifest("a: b"))
                    .withMessage("ERROR namespace: \"a: b\" is no namespace; a lower case DNS label is accepted"
                            + " NAME_INVALID");
            assertThatExceptionOfType(PkiException.class).isThrownBy(() -> EAST.toSecret(""));
        }
    }

    @Nested
    class Roots {
        private final TrustBundle one = MESH.roots();
        private final TrustBundle other = OTHER_MESH.roots();

        @Test
        void areEqualInWhateverOrder() {
            assertThat(one.union(other)).isEqualTo(other.union(one)).hasSameHashCodeAs(other.union(one));
            assertThat(one.union(other).pem()).isNotEqualTo(other.union(one).pem());
        }

        @Test
        void growAndShrinkAsSets() {
            assertThat(one.isSubsetOf(one.union(other))).isTrue();
            assertThat(one.union(other).isSubsetOf(one)).isFalse();
            assertThat(one.isSubsetOf(other)).isFalse();
            assertThat(one.union(one).roots()).hasSize(1);
        }
    }

    private static String key(CertificateAuthority authority) {
        return authority.key().orElseThrow().withPem(pem -> new String(pem, US_ASCII));
    }
}
