package io.eastwest.pki.bundle;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes files that only their owner can read, private from the first moment, complete or not at all. */
final class PrivateFiles {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null) {
            throw failed(file, new IOException("it has no directory"));
        }
        try {
            createDirectory(directory);
            Path temporary = createPrivate(directory);
            try {
                fill(temporary, content);
                keepNarrow(target, temporary);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static void createDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (isPosix(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY));
        } else {
            Files.createDirectories(directory);
        }
    }

    private static Path createPrivate(Path directory) throws IOException {
        if (isPosix(directory)) {
            return Files.createTempFile(
                    directory, ".eastwest", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_FILE));
        }
        Path file = Files.createTempFile(directory, ".eastwest", ".tmp");
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl == null) {
            Files.delete(file);
            throw new PkiException(
                    TrustCode.FILE_NOT_PRIVATE,
                    directory.toString(),
                    "its file system has neither POSIX permissions nor access lists",
                    "a file system that can keep a file from other users is accepted");
        }
        acl.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(Files.getOwner(file))
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
        return file;
    }

    private static void fill(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A file that its owner had closed further, such as 0400, does not become wider by being replaced. */
    private static void keepNarrow(Path target, Path temporary) throws IOException {
        if (isPosix(target) && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            Set<PosixFilePermission> narrow = EnumSet.copyOf(OWNER_FILE);
            narrow.retainAll(Files.getPosixFilePermissions(target, LinkOption.NOFOLLOW_LINKS));
            Files.setPosixFilePermissions(temporary, narrow);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static PkiException failed(Path file, IOException cause) {
        PkiException refused = new PkiException(
                TrustCode.FILE_FAILED, file.toString(), "it cannot be written", "a writable place is accepted");
        refused.initCause(cause);
        return refused;
    }
}
