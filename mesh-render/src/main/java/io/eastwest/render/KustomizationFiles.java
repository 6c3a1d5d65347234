package io.eastwest.render;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands beside the manifests of a cluster: a file for Kustomize that lists them in the order of application, one
 * more for those that are confidential, and one that keeps these out of a repository.
 */
final class KustomizationFiles {
    private static final String NAME = "kustomization.yaml";

    private KustomizationFiles() {}

    /** Texts by path; {@code folder} ends with a slash, the names are relative to it and in the order of application. */
    static Map<String, String> of(String folder, Collection<String> names) {
        Map<String, String> files = new TreeMap<>();
        List<String> open =
                names.stream().filter(name -> !ManifestName.isSecret(name)).toList();
        files.put(folder + NAME, text(open));
        if (open.size() < names.size()) {
            List<String> secret = names.stream()
                    .filter(ManifestName::isSecret)
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .toList();
            files.put(folder + "secret/" + NAME, text(secret));
            files.put(folder + "secret/.gitignore", "*\n");
        }
        return files;
    }

    private static String text(List<String> resources) {
        StringBuilder text = new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
        text.append(resources.isEmpty() ? "resources: []\n" : "resources:\n");
        resources.forEach(name -> text.append("- ").append(quote(name)).append('\n'));
        return text.toString();
    }

    /** A name may hold an escaped character, which starts with a percent sign; digits first are no plain text. */
    private static String quote(String name) {
        return '"' + name + '"';
    }
}
