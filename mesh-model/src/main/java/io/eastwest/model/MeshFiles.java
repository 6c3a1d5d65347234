package io.eastwest.model;

import io.eastwest.model.reader.Manifest;
import io.eastwest.model.writer.FileTree;
import io.eastwest.model.writer.ManifestWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names and texts of the files of a snapshot; their order by name is the order of the resources. */
final class MeshFiles {
    private MeshFiles() {}

    static FileTree of(MeshSnapshot mesh) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("topology.yaml", ManifestWriter.toYaml(mesh.topology()));
        for (String cluster : mesh.clusters()) {
            List<Manifest> manifests = mesh.manifests(cluster);
            int digits = Math.max(2, Integer.toString(manifests.size()).length());
            for (int i = 0; i < manifests.size(); i++) {
                MeshResource resource = manifests.get(i).resource();
                String number = Integer.toString(i + 1);
                String name = "0".repeat(digits - number.length()) + number + "-" + name(resource.key());
                files.put("clusters/" + cluster + "/" + name + ".yaml", ManifestWriter.toYaml(resource));
            }
        }
        return FileTree.of(files);
    }

    private static String name(ResourceKey key) {
        String text = key.kind() + "-" + key.namespace() + "-" + key.name();
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("-$", "");
    }
}
