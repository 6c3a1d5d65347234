package io.eastwest.model.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() throws Exception {
        FileTree tree = FileTree.of(Map.of("a.yaml", "a: 1\n", "b/.gitignore", "*\n", "b/c/d.md", "grün"));

        tree.writeTo(folder);
        Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("a.yaml"));

        assertThat(FileTree.read(folder)).isEqualTo(tree);
    }

    @Test
    void isOfTextsOnly() throws Exception {
        Files.write(folder.resolve("a.bin"), new byte[] {(byte) 0xff, 0});

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> FileTree.read(folder))
                .withMessage("cannot read " + folder.resolve("a.bin"));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> FileTree.read(folder.resolve("none")));
    }

    @Test
    void staysInItsFolder() {
        for (String path : new String[] {"../a", "/a", "a//b", "a/.", "a\\b", ""}) {
            assertThatIllegalArgumentException().isThrownBy(() -> FileTree.of(Map.of(path, "")));
        }
    }
}
