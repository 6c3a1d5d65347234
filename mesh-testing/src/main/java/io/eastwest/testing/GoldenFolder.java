package io.eastwest.testing;

import io.eastwest.model.writer.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;

/**
 * A folder with the files that a tree is expected to have.
 *
 * @param folder the folder
 */
record GoldenFolder(Path folder) {
    static final String HINT =
            "- is the line of the folder, + that of the tree. -Dgolden.update writes the folder anew.";
    private static final String UPDATE = "golden.update";

    /**
     * {@return whether the folder is to be written}
     *
     * @throws IllegalStateException if it is, but not here
     */
    static boolean isUpdated() {
        boolean updated = System.getProperty(UPDATE) != null;
        if (updated) {
            refuseInCi(Optional.ofNullable(System.getenv("CI")));
        }
        return updated;
    }

    /** Makes the folder that of a tree. */
    void write(FileTree tree) {
        SortedMap<String, String> files = open(tree);
        for (String path : golden().keySet()) {
            if (path.startsWith("clusters/") && !files.containsKey(path)) {
                delete(folder.resolve(path));
            }
        }
        FileTree.of(files).writeTo(folder);
    }

    static void refuseInCi(Optional<String> ci) {
        if (ci.filter("true"::equals).isPresent()) {
            throw new IllegalStateException(
                    UPDATE + " is refused where CI is true: golden files are written by people");
        }
    }

    /** {@return what is different, by file and line} */
    List<String> differences(FileTree tree) {
        SortedMap<String, String> expected = golden();
        SortedMap<String, String> actual = open(tree);
        SortedMap<String, String> all = new TreeMap<>(expected);
        all.putAll(actual);
        List<String> found = new ArrayList<>();
        for (String path : all.keySet()) {
            String wanted = expected.get(path);
            String given = actual.get(path);
            if (wanted == null) {
                found.add(path + " is in the tree only");
            } else if (given == null) {
                found.add(path + " is in the folder only");
            } else if (!wanted.equals(given)) {
                found.addAll(lines(path, wanted, given));
            }
        }
        return found;
    }

    private static List<String> lines(String path, String wanted, String given) {
        List<String> found = new ArrayList<>();
        for (Delta<String> change : DiffUtils.diff(split(wanted), split(given)).getDeltas()) {
            StringBuilder text =
                    new StringBuilder(path + ":" + (change.getRevised().getPosition() + 1));
            change.getOriginal().getLines().forEach(line -> text.append("\n- ").append(line));
            change.getRevised().getLines().forEach(line -> text.append("\n+ ").append(line));
            found.add(text.toString());
        }
        return found;
    }

    /** Lines with what ends them made visible where it is not a single line feed. */
    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>(List.of(text.replace("\r", "\\r").split("\n", -1)));
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + " (without an end of line)");
        }
        return lines;
    }

    private SortedMap<String, String> golden() {
        return Files.isDirectory(folder) ? open(FileTree.read(folder)) : new TreeMap<>();
    }

    private static SortedMap<String, String> open(FileTree tree) {
        SortedMap<String, String> open = new TreeMap<>();
        for (Map.Entry<String, String> file : tree.files().entrySet()) {
            if (!OpenSecrets.isConfidential(file.getKey())) {
                open.put(file.getKey(), file.getValue());
            }
        }
        return open;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
