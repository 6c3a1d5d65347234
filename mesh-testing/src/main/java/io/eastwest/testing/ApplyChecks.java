package io.eastwest.testing;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What would go wrong when the files of each cluster are applied one after the other. */
final class ApplyChecks {
    private static final Comparator<Manifest> BY_NAME_OF_FILE = Comparator.comparing(
                    (Manifest manifest) -> fileName(file(manifest)))
            .thenComparing(ApplyChecks::file);

    private ApplyChecks() {}

    /** {@return what goes wrong, with files and lines} */
    static List<String> all(ReadTree tree) {
        List<String> found = new ArrayList<>(TreeFindings.refusals(tree));
        if (tree.errors().isEmpty()) {
            tree.mesh().clusters().forEach(cluster -> found.addAll(lateNamespaces(tree, cluster)));
        }
        found.addAll(KustomizationChecks.all(tree.files()));
        return found;
    }

    private static List<String> lateNamespaces(ReadTree tree, String cluster) {
        List<Manifest> applied = new ArrayList<>(tree.mesh().manifests(cluster));
        applied.sort(BY_NAME_OF_FILE);
        Map<String, Integer> made = new TreeMap<>();
        for (int i = 0; i < applied.size(); i++) {
            ResourceKey key = applied.get(i).resource().key();
            if (key.kind().equals("Namespace") && key.group().isEmpty()) {
                made.putIfAbsent(key.name(), i);
            }
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < applied.size(); i++) {
            Manifest manifest = applied.get(i);
            int namespace = made.getOrDefault(manifest.resource().key().namespace(), -1);
            if (namespace > i) {
                found.add(manifest + " comes before its namespace, " + applied.get(namespace));
            }
        }
        return found;
    }

    private static String file(Manifest manifest) {
        return manifest.location().map(SourceLocation::file).orElse("");
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
