package io.eastwest.render;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.writer.FileTree;
import io.eastwest.model.writer.ManifestWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names, orders and checks the files of a mesh. */
final class TreeBuilder {
    private static final Pattern CLUSTER_NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private static final String MARK = "# confidential\n";

    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final MeshSnapshot snapshot;

    TreeBuilder(MeshSnapshot mesh) {
        MeshSnapshotBuilder ordered = MeshSnapshot.builder(mesh.topology());
        put("topology.yaml", mesh.topologyManifest());
        List<String> clusters = mesh.clusters();
        for (int i = 0; i < clusters.size(); i++) {
            if (CLUSTER_NAME.matcher(clusters.get(i)).matches()) {
                SortedMap<String, Manifest> named = add(clusters.get(i), mesh);
                SortedMap<String, Manifest> asRead = new TreeMap<>();
                asRead.putAll(named);
                ordered.addManifests(clusters.get(i), asRead.values());
                files.putAll(KustomizationFiles.of("clusters/" + clusters.get(i) + "/", named.keySet()));
            } else {
                String message = "cluster " + IssueText.quote(clusters.get(i)) + " cannot name a folder";
                DocumentPath path = DocumentPath.parse("spec.clusters[" + i + "].name");
                report(mesh.topologyManifest(), IssueCode.INVALID_VALUE, path, message, "use a lower case DNS label");
            }
        }
        if (!issues.isEmpty()) {
            throw new InvalidResourceException(issues);
        }
        this.snapshot = ordered.build();
    }

    MeshSnapshot snapshot() {
        return snapshot;
    }

    FileTree files() {
        return FileTree.of(files);
    }

    private SortedMap<String, Manifest> add(String cluster, MeshSnapshot mesh) {
        SortedMap<String, Manifest> named = new TreeMap<>(MeshTree.APPLY_ORDER);
        for (Manifest manifest : mesh.manifests(cluster)) {
            ResourceKey key = manifest.resource().key();
            String name = ManifestName.of(manifest.resource());
            if (key.name().isEmpty()) {
                report(manifest, IssueCode.MISSING_FIELD, DocumentPath.parse("metadata.name"), "has no name", "add it");
            } else if (named.putIfAbsent(name, manifest) != null) {
                String message = "cluster " + IssueText.quote(cluster) + " holds it twice";
                report(manifest, IssueCode.DUPLICATE_RESOURCE, DocumentPath.root(), message, "remove one of them");
            } else {
                put("clusters/" + cluster + "/" + name, manifest);
            }
        }
        return named;
    }

    private void put(String path, Manifest manifest) {
        MeshResource resource = manifest.resource();
        String text = (ManifestName.isSecret(resource) ? MARK : "") + ManifestWriter.toYaml(resource);
        files.put(path, text);
        ReadResult<List<Manifest>> again = ManifestReader.strict().read(path, text);
        if (again.hasErrors()) {
            issues.addAll(again.issues());
        } else if (!again.orThrow().equals(List.of(manifest))) {
            String message = "would be read back as something else";
            report(manifest, IssueCode.INVALID_VALUE, DocumentPath.root(), message, "do not write it");
        }
    }

    private void report(Manifest manifest, IssueCode code, DocumentPath path, String message, String hint) {
        Issue issue =
                Issue.error(code, path, message, hint).about(manifest.resource().key());
        issues.add(manifest.locate(path).map(issue::at).orElse(issue));
    }
}
