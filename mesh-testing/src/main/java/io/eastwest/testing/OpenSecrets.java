package io.eastwest.testing;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Places of files where something confidential stands in the open. Tells what it is, never the text itself. */
final class OpenSecrets {
    private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----");
    private static final Pattern PEM_IN_BASE64 = Pattern.compile("LS0tLS1CRUdJTi[A-Za-z0-9+/]{4,}={0,2}");
    private static final Pattern WEB_TOKEN =
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{16,}");
    private static final Pattern OPENSHIFT_TOKEN = Pattern.compile("\\bsha256~[A-Za-z0-9_-]{43}");

    private OpenSecrets() {}

    static List<String> in(FileTree tree) {
        List<String> found = new ArrayList<>();
        tree.files().forEach((path, text) -> {
            if (!isConfidential(path)) {
                found.addAll(ofSecrets(path, text));
                found.addAll(ofLines(path, text));
            }
        });
        return found;
    }

    /** {@return whether a file is below a folder that is for its owner only} */
    static boolean isConfidential(String path) {
        return path.startsWith("secret/") || path.contains("/secret/");
    }

    private static List<String> ofSecrets(String path, String text) {
        if (!path.endsWith(".yaml") && !path.endsWith(".yml") && !path.endsWith(".json")) {
            return List.of();
        }
        return ManifestReader.pruning().read(path, text).value().orElse(List.of()).stream()
                .flatMap(manifest -> Stream.of("data", "stringData").flatMap(field -> data(manifest, field).stream()))
                .toList();
    }

    private static Optional<String> data(Manifest manifest, String field) {
        if (!(manifest.resource() instanceof Secret secret)) {
            return Optional.empty();
        }
        boolean empty = field.equals("data")
                ? secret.data().isEmpty()
                : secret.stringData().isEmpty();
        return empty
                ? Optional.empty()
                : Optional.of(secret.key() + " " + field
                        + manifest.locate(DocumentPath.root().field(field))
                                .map(place -> " [" + place + "]")
                                .orElse(""));
    }

    private static List<String> ofLines(String path, String text) {
        List<String> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            SourceLocation place = new SourceLocation(path, i + 1, 1);
            what(lines.get(i)).ifPresent(what -> found.add(what + " [" + place + "]"));
        }
        return found;
    }

    private static Optional<String> what(String line) {
        Predicate<String> isKey = text -> KEY.matcher(text).find();
        if (isKey.test(line)
                || PEM_IN_BASE64.matcher(line).results().anyMatch(part -> isKey.test(decoded(part.group())))) {
            return Optional.of("a private key");
        }
        return WEB_TOKEN.matcher(line).find() || OPENSHIFT_TOKEN.matcher(line).find()
                ? Optional.of("a token")
                : Optional.empty();
    }

    /** The first bytes tell what a text is, so an end that is cut off does not matter. */
    private static String decoded(String base64) {
        String digits = base64.replace("=", "");
        byte[] bytes = Base64.getDecoder().decode(digits.substring(0, digits.length() / 4 * 4));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
