package io.eastwest.model;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.PlatformChecks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of a mesh. */
final class MeshReading {
    private final MeshSource files;
    private final ManifestReader reader;
    private final List<Issue> issues = new ArrayList<>();

    MeshReading(MeshSource files, ManifestReader reader) {
        this.files = files;
        this.reader = reader;
    }

    ReadResult<MeshSnapshot> read() {
        Optional<Manifest> topology = readTopology();
        Map<String, List<Manifest>> clusters = new LinkedHashMap<>();
        for (String name : clusterFolders()) {
            ReadResult<List<Manifest>> result = files.cluster(name, reader);
            issues.addAll(result.issues());
            clusters.put(name, result.value().orElse(List.of()));
        }
        if (topology.isEmpty()) {
            return ReadResult.failed(issues);
        }
        MeshTopology mesh = (MeshTopology) topology.get().resource();
        checkTopology(topology.get(), mesh);
        PlatformChecks.check(mesh)
                .forEach(issue -> issues.add(
                        topology.get().locate(issue.path()).map(issue::at).orElse(issue)));
        checkFolders(topology.get(), mesh, clusters);
        clusters.forEach(this::checkDuplicates);
        return ReadResult.of(new MeshSnapshot(topology.get(), MeshSnapshot.index(mesh, clusters)), issues);
    }

    private Optional<Manifest> readTopology() {
        for (String name : List.of("topology.yaml", "topology.yml", "topology.json")) {
            if (files.has(name)) {
                ReadResult<List<Manifest>> result = files.file(name, reader);
                issues.addAll(result.issues());
                List<Manifest> manifests = result.value().orElse(List.of());
                if (manifests.size() == 1 && manifests.get(0).resource() instanceof MeshTopology) {
                    return Optional.of(manifests.get(0));
                }
                if (!result.hasErrors()) {
                    String message = "must hold one MeshTopology and nothing else";
                    issues.add(Issue.error(IssueCode.TOPOLOGY_MISSING, DocumentPath.root(), message, "")
                            .at(new SourceLocation(name, 1, 1)));
                }
                return Optional.empty();
            }
        }
        issues.add(Issue.error(
                        IssueCode.TOPOLOGY_MISSING,
                        DocumentPath.root(),
                        "the mesh has no topology.yaml",
                        "add one of kind MeshTopology that lists the clusters")
                .at(new SourceLocation("topology.yaml", 1, 1)));
        return Optional.empty();
    }

    private List<String> clusterFolders() {
        try {
            return files.clusters();
        } catch (IOException e) {
            issues.add(Issue.error(IssueCode.FILE_UNREADABLE, DocumentPath.root(), "folder cannot be listed", "")
                    .at(new SourceLocation("clusters", 1, 1)));
            return List.of();
        }
    }

    private void checkTopology(Manifest topology, MeshTopology mesh) {
        List<ClusterTopology> clusters = mesh.spec().clusters();
        List<String> names = clusters.stream().map(ClusterTopology::name).toList();
        for (int i = 0; i < clusters.size(); i++) {
            DocumentPath path = DocumentPath.parse("spec.clusters[" + i + "]");
            ClusterTopology cluster = clusters.get(i);
            if (names.indexOf(cluster.name()) < i) {
                String message = "cluster " + IssueText.quote(cluster.name()) + " is listed twice";
                report(topology, IssueCode.TOPOLOGY_CONFLICT, path.field("name"), message, "rename or remove one");
            }
            cluster.controlPlane().ifPresent(other -> checkName(topology, path.field("controlPlane"), other, names));
            List<String> discovers = cluster.discovers().orElse(List.of());
            for (int j = 0; j < discovers.size(); j++) {
                checkName(topology, path.field("discovers").index(j), discovers.get(j), names);
            }
        }
    }

    private void checkName(Manifest topology, DocumentPath path, String name, List<String> names) {
        if (!names.contains(name)) {
            String message = "cluster " + IssueText.quote(name) + " is not listed";
            report(topology, IssueCode.CLUSTER_UNKNOWN, path, message, "listed are " + names);
        }
    }

    private void checkFolders(Manifest topology, MeshTopology mesh, Map<String, List<Manifest>> folders) {
        List<ClusterTopology> clusters = mesh.spec().clusters();
        List<String> names = clusters.stream().map(ClusterTopology::name).toList();
        for (int i = 0; i < names.size(); i++) {
            if (!folders.containsKey(names.get(i)) && names.indexOf(names.get(i)) == i) {
                DocumentPath path = DocumentPath.parse("spec.clusters[" + i + "].name");
                Issue issue = Issue.warning(
                                IssueCode.CLUSTER_WITHOUT_MANIFESTS,
                                path,
                                "there is no folder clusters/" + names.get(i),
                                "add it, or remove the cluster")
                        .about(mesh.key());
                issues.add(topology.locate(path).map(issue::at).orElse(issue));
            }
        }
        for (String name : folders.keySet()) {
            if (!names.contains(name)) {
                issues.add(Issue.error(
                                IssueCode.CLUSTER_NOT_IN_TOPOLOGY,
                                DocumentPath.root(),
                                "cluster " + IssueText.quote(name) + " is not in the topology",
                                "add it to topology.yaml or remove the folder")
                        .at(new SourceLocation("clusters/" + name, 1, 1)));
            }
        }
    }

    private void checkDuplicates(String cluster, List<Manifest> manifests) {
        Map<ResourceKey, Manifest> first = new LinkedHashMap<>();
        for (Manifest manifest : manifests) {
            ResourceKey key = manifest.resource().key();
            Manifest other = first.putIfAbsent(key, manifest);
            if (other != null && !key.name().isEmpty()) {
                report(
                        manifest,
                        IssueCode.DUPLICATE_RESOURCE,
                        DocumentPath.root(),
                        "cluster " + IssueText.quote(cluster) + " holds it twice, first at "
                                + other.location().map(SourceLocation::toString).orElse("an unknown place"),
                        "remove one of them");
            }
        }
    }

    private void report(Manifest manifest, IssueCode code, DocumentPath path, String message, String hint) {
        Issue issue =
                Issue.error(code, path, message, hint).about(manifest.resource().key());
        issues.add(manifest.locate(path).map(issue::at).orElse(issue));
    }
}
