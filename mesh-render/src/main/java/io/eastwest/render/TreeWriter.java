package io.eastwest.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.eastwest.model.writer.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a tree. A Secret never exists with more than its owner's permissions. */
final class TreeWriter {
    private static final Pattern MANIFEST = Pattern.compile(".+\\.(yaml|yml|json)");
    private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions.asFileAttribute(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private TreeWriter() {}

    static void write(FileTree tree, Path folder) {
        refuseStrangers(tree, folder);
        Map<String, String> open = new LinkedHashMap<>(tree.files());
        open.keySet().removeIf(MeshTree::isSecret);
        FileTree.of(open).writeTo(folder);
        tree.files().forEach((path, text) -> {
            if (!open.containsKey(path)) {
                writePrivately(folder.resolve(path), text);
            }
        });
    }

    private static void refuseStrangers(FileTree tree, Path folder) {
        Path clusters = folder.resolve("clusters");
        if (!Files.isDirectory(clusters)) {
            return;
        }
        try (Stream<Path> present = Files.walk(clusters)) {
            List<String> strangers = present.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path ->
                            MANIFEST.matcher(path).matches() && !tree.files().containsKey(path))
                    .sorted()
                    .toList();
            if (!strangers.isEmpty()) {
                throw new IllegalStateException(
                        "the folder holds manifests that are not of this tree; remove them or write elsewhere: "
                                + strangers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + clusters, e);
        }
    }

    private static void writePrivately(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            try (WritableByteChannel channel = Files.newByteChannel(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0])) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
