package io.eastwest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.writer.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares a tree with the files of a folder, byte by byte; {@code -Dgolden.update} rewrites the folder, but not in CI. A
 * {@code .gitignore} is kept under another name, since it would keep the files beside it out of this repository.
 */
public final class GoldenTree {
    private static final String IGNORES = ".gitignore";
    private static final String KEPT_AS = "dot-gitignore";

    private GoldenTree() {}

    static void check(Path golden, MeshTree tree) {
        check(golden, tree.files());
    }

    /** Compares texts by path with the files of a folder. */
    public static void check(Path golden, SortedMap<String, String> texts) {
        if (System.getProperty("golden.update") != null) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not updated in CI")
                    .isNotEqualTo("true");
            delete(golden);
            SortedMap<String, String> kept = new TreeMap<>();
            texts.forEach((path, text) -> kept.put(path.replace(IGNORES, KEPT_AS), text));
            FileTree.of(kept).writeTo(golden);
        }
        assertThat(read(golden)).isEqualTo(texts);
    }

    private static Map<String, String> read(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name.replace(KEPT_AS, IGNORES), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
