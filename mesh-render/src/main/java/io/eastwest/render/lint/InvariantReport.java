package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes breaches of rules. */
final class InvariantReport {
    private final MeshSnapshot mesh;
    private final List<InvariantFinding> findings = new ArrayList<>();

    InvariantReport(MeshSnapshot mesh) {
        this.mesh = mesh;
    }

    List<InvariantFinding> findings() {
        return findings;
    }

    void error(MeshInvariant invariant, Collection<String> clusters, String subject, String message, String hint) {
        add(Severity.ERROR, invariant, clusters, subject, message, hint);
    }

    void add(
            Severity severity,
            MeshInvariant invariant,
            Collection<String> clusters,
            String subject,
            String message,
            String hint) {
        List<String> meant = mesh.clusters().stream().filter(clusters::contains).toList();
        findings.add(InvariantFinding.builder()
                .severity(severity)
                .invariant(invariant)
                .clusters(meant)
                .subject(subject)
                .locations(FindingPlaces.of(mesh, meant, invariant, subject))
                .message(message)
                .hint(hint)
                .build());
    }
}
