package io.eastwest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.writer.FileTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether each {@code kustomization.yaml} lists the manifests beside it, and nothing that is not there. */
final class KustomizationChecks {
    private static final Pattern NAME = Pattern.compile("(.*/)?kustomization\\.ya?ml");
    private static final Pattern MANIFEST = Pattern.compile("[^./][^/]*\\.(yaml|yml|json)");

    private KustomizationChecks() {}

    static List<String> all(FileTree tree) {
        Set<String> paths = tree.files().keySet();
        List<String> found = new ArrayList<>();
        tree.files().forEach((path, text) -> {
            if (NAME.matcher(path).matches()) {
                check(path, text, paths, found);
            }
        });
        return found;
    }

    private static void check(String path, String text, Set<String> paths, List<String> found) {
        ReadResult<JsonNode> read = ManifestReader.pruning().readValue(JsonNode.class, path, text);
        read.issues().forEach(issue -> found.add(issue.toString()));
        if (read.value().isEmpty()) {
            return;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Set<String> listed = new LinkedHashSet<>();
        List<String> lines = text.lines().toList();
        for (JsonNode entry : read.value().get().path("resources")) {
            String name = entry.asText().replaceFirst("^\\./", "");
            boolean there = paths.contains(folder + name)
                    || paths.stream().anyMatch(each -> each.startsWith(folder + name.replaceFirst("/$", "") + "/"));
            if (!listed.add(name)) {
                found.add(name + " is listed twice [" + path + ":" + line(lines, name) + ":1]");
            } else if (!there && !name.contains("..") && !name.contains("://")) {
                found.add(name + " is listed but not there [" + path + ":" + line(lines, name) + ":1]");
            }
        }
        for (String each : paths) {
            String name = each.startsWith(folder) ? each.substring(folder.length()) : "";
            boolean own =
                    MANIFEST.matcher(name).matches() && !NAME.matcher(name).matches();
            if (own && !listed.contains(name)) {
                found.add(each + " is not listed in " + path);
            }
        }
    }

    private static int line(List<String> lines, String name) {
        int last = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(name)) {
                last = i + 1;
            }
        }
        return last;
    }
}
