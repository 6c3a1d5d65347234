package io.eastwest.model.writer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts of files by their relative paths, not written yet. Immutable, in path order. */
public final class FileTree implements FileTreeSource {
    private final SortedMap<String, String> files;

    private FileTree(SortedMap<String, String> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Collects files.
     *
     * @param files texts by path; paths are relative, have {@code /} between their parts and never lead upwards
     * @return the tree
     * @throws IllegalArgumentException if a path is not of that form
     */
    public static FileTree of(Map<String, String> files) {
        for (String path : files.keySet()) {
            checkPath(path);
        }
        return new FileTree(new TreeMap<>(files));
    }

    /**
     * Reads all files below a folder; symbolic links are passed over.
     *
     * @param folder the folder
     * @return its texts by their paths in the folder
     * @throws UncheckedIOException if a file cannot be read, or is no UTF-8
     */
    public static FileTree read(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), text(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        return of(files);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** {@return this} */
    @Override
    public FileTree toFiles() {
        return this;
    }

    /** {@return the texts by path} */
    public SortedMap<String, String> files() {
        return files;
    }

    /**
     * Writes the files as UTF-8; makes folders as needed, replaces files that are there and leaves all others alone.
     *
     * @param folder where to write
     * @throws UncheckedIOException if a file cannot be written
     */
    public void writeTo(Path folder) {
        requireNonNull(folder, "folder");
        files.forEach((path, text) -> {
            Path target = folder.resolve(path);
            try {
                Path parent = target.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.writeString(target, text);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + target, e);
            }
        });
    }

    private static void checkPath(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\\') >= 0) {
                throw new IllegalArgumentException("not a relative path that stays in its folder: " + path);
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileTree that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return "FileTree" + files.keySet();
    }
}
