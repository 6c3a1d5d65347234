package io.eastwest.testing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.Severity;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.schema.SchemaValidation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What readers, API servers, webhooks and analysis say about a tree. */
final class TreeFindings {
    private TreeFindings() {}

    /** {@return errors and warnings of all of them, by file and line} */
    static List<String> all(ReadTree tree) {
        ReadResult<MeshSnapshot> read = MeshSnapshot.read(tree.files());
        Set<Issue> issues = new TreeSet<>(read.issues());
        read.value().ifPresent(mesh -> {
            issues.addAll(schemas(mesh));
            issues.addAll(MeshAnalysis.check(mesh));
        });
        return texts(issues, Severity.WARNING);
    }

    /** {@return errors of readers, API servers and webhooks, by file and line} */
    static List<String> refusals(ReadTree tree) {
        ReadResult<MeshSnapshot> read = MeshSnapshot.read(tree.files());
        Set<Issue> issues = new TreeSet<>(read.issues());
        read.value().map(TreeFindings::schemas).ifPresent(issues::addAll);
        return texts(issues, Severity.ERROR);
    }

    private static List<Issue> schemas(MeshSnapshot mesh) {
        List<Issue> issues = new ArrayList<>();
        for (String cluster : mesh.clusters()) {
            for (Manifest manifest : mesh.manifests(cluster)) {
                issues.addAll(SchemaValidation.check(manifest));
            }
        }
        return issues;
    }

    private static List<String> texts(Set<Issue> issues, Severity mildest) {
        Set<String> texts = new LinkedHashSet<>();
        issues.stream()
                .filter(issue -> issue.severity().compareTo(mildest) <= 0)
                .map(Issue::toString)
                .forEach(texts::add);
        return List.copyOf(texts);
    }
}
