package io.eastwest.pki.bundle;

import static io.eastwest.pki.Fixtures.MESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.pki.authority.CertificateAuthority;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.pem.PemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityFilesTest {
    private static final CertificateAuthority ROOT = MESH.authority().orElseThrow();

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAsTheSameAuthority() {
        AuthorityFiles.write(ROOT, folder.resolve("root"));

        CertificateAuthority read = AuthorityFiles.read(folder.resolve("root"));

        assertThat(read.chain()).isEqualTo(ROOT.chain());
        assertThat(read.key().orElseThrow().privateKey())
                .isEqualTo(ROOT.key().orElseThrow().privateKey());
    }

    @Test
    void filesAreForTheirOwnerOnly() throws IOException {
        Path directory = folder.resolve("root");
        AuthorityFiles.write(ROOT, directory);

        assertThat(permissions(directory)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.sorted())
                    .extracting(file -> file.getFileName().toString(), AuthorityFilesTest::permissions)
                    .containsExactly(tuple("root-cert.pem", "rw-------"), tuple("root-key.pem", "rw-------"));
        }
    }

    @Test
    void authorityWhoseKeyIsElsewhereIsRefused() {
        CertificateAuthority offline = CertificateAuthority.withoutKey(ROOT.chain());

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> AuthorityFiles.write(offline, folder))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(TrustCode.KEY_ELSEWHERE));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void missingFileIsNamed() throws IOException {
        Files.write(folder.resolve(AuthorityFiles.CERTIFICATE), PemText.encode(ROOT.chain()));

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> AuthorityFiles.read(folder))
                .withMessageContaining("root-key.pem")
                .withMessageContaining("cannot be read");
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
