package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds and loads files. Entries of a folder come by name; names that start with a dot are passed over, and so are the
 * files of Kustomize, which no cluster is given; symbolic links are followed only to what lies in the folder that is read.
 */
final class ManifestFiles {
    private static final char REPLACEMENT = '\ufffd';

    private final ReadLimits limits;
    private final List<Issue> issues;

    ManifestFiles(ReadLimits limits, List<Issue> issues) {
        this.limits = limits;
        this.issues = issues;
    }

    /** The manifest files below a folder, or the one file, with the names to show: relative to {@code root}. */
    Map<String, Path> find(Path start, Path root) {
        Map<String, Path> files = new LinkedHashMap<>();
        try {
            Path realRoot = root.toRealPath();
            if (Files.isDirectory(start)) {
                walk(start, root, realRoot, List.of(start.toRealPath()), files);
            } else {
                files.put(name(start, root), start);
            }
        } catch (IOException e) {
            unreadable(name(start, root), "cannot be read", IssueCode.FILE_UNREADABLE);
        }
        return files;
    }

    private void walk(Path folder, Path root, Path realRoot, List<Path> above, Map<String, Path> files) {
        for (Path entry : entries(folder, root)) {
            try {
                Path real = entry.toRealPath();
                if (!real.startsWith(realRoot)) {
                    issues.add(Issue.warning(
                                    IssueCode.LINK_LEAVES_ROOT,
                                    DocumentPath.root(),
                                    "symbolic link leads out of the folder that is read and is left out",
                                    "copy the file into the folder")
                            .at(new SourceLocation(name(entry, root), 1, 1)));
                } else if (!Files.isDirectory(real)) {
                    if (ManifestNames.isManifest(fileName(entry))) {
                        files.put(name(entry, root), entry);
                    }
                } else if (!above.contains(real)) {
                    List<Path> path = new ArrayList<>(above);
                    path.add(real);
                    walk(entry, root, realRoot, path, files);
                }
            } catch (IOException e) {
                unreadable(name(entry, root), "cannot be read", IssueCode.FILE_UNREADABLE);
            }
        }
    }

    private List<Path> entries(Path folder, Path root) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !ManifestNames.isHidden(fileName(entry)))
                    .sorted((a, b) -> fileName(a).compareTo(fileName(b)))
                    .toList();
        } catch (IOException e) {
            unreadable(name(folder, root), "folder cannot be listed", IssueCode.FILE_UNREADABLE);
            return List.of();
        }
    }

    /** The text of a file, which is UTF-8; empty when an issue says why there is none. */
    Optional<String> load(String name, Path file) {
        try {
            if (Files.size(file) > 4L * limits.maxDocumentLength() && Files.size(file) > limits.maxTotalLength()) {
                unreadable(name, "larger than allowed", IssueCode.LIMIT_EXCEEDED);
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) < 0) {
                return Optional.of(text);
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            unreadable(name, "this is not YAML: the bytes are not UTF-8", IssueCode.NOT_YAML);
        } catch (IOException e) {
            unreadable(name, "cannot be read", IssueCode.FILE_UNREADABLE);
        }
        return Optional.empty();
    }

    private void unreadable(String name, String message, IssueCode code) {
        issues.add(Issue.error(code, DocumentPath.root(), message, "").at(new SourceLocation(name, 1, 1)));
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static String name(Path path, Path root) {
        Path relative = path.equals(root) ? path.getFileName() : root.relativize(path);
        return relative == null ? "." : relative.toString().replace('\\', '/');
    }
}
