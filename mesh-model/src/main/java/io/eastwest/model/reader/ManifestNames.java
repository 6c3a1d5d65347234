package io.eastwest.model.reader;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which files hold manifests, by their names, and in which order. */
final class ManifestNames {
    /** Parts of paths one after the other, as folders are walked. */
    private static final Comparator<String> ORDER =
            Comparator.comparing(path -> path.split("/", -1), Arrays::<String>compare);

    private ManifestNames() {}

    static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    static boolean isManifest(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.equals("kustomization.yaml") || name.equals("kustomization.yml")) {
            return false;
        }
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    /** The texts that are manifests by their paths, in the order in which a folder is read. */
    static SortedMap<String, String> select(Map<String, String> texts) {
        SortedMap<String, String> selected = new TreeMap<>(ORDER);
        texts.forEach((path, text) -> {
            String[] parts = path.split("/", -1);
            if (Arrays.stream(parts).noneMatch(ManifestNames::isHidden) && isManifest(parts[parts.length - 1])) {
                selected.put(path, text);
            }
        });
        return selected;
    }
}
