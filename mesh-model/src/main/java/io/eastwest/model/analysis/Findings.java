package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.Severity;
import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the problems of a mesh, finds their places and leaves out what is suppressed. Two control planes that find the
 * same about an object of one cluster say it once.
 */
final class Findings {
    private static final String SUPPRESS = "galley.istio.io/analyze-suppress";

    private final List<Suppression> suppressions;
    private final Set<Finding> found = new LinkedHashSet<>();

    Findings(List<Suppression> suppressions) {
        this.suppressions = List.copyOf(suppressions);
    }

    void error(IssueCode code, Found<?> subject, DocumentPath path, String message, String hint) {
        add(subject.cluster(), subject.manifest(), Issue.error(code, path, message, hint));
    }

    void warning(IssueCode code, Found<?> subject, DocumentPath path, String message, String hint) {
        add(subject.cluster(), subject.manifest(), Issue.warning(code, path, message, hint));
    }

    void info(IssueCode code, Found<?> subject, DocumentPath path, String message, String hint) {
        Issue issue = Issue.of(Severity.INFO, code, path, message, hint);
        add(subject.cluster(), subject.manifest(), issue);
    }

    /** Adds a problem that may have its resource and its place already. */
    void add(String cluster, Manifest manifest, Issue issue) {
        MeshResource resource = manifest.resource();
        if (!isSuppressed(resource, issue)) {
            Issue about = issue.about(resource.key());
            found.add(new Finding(
                    cluster, manifest.locate(issue.path()).map(about::at).orElse(about)));
        }
    }

    List<Issue> sorted() {
        List<Issue> issues = new ArrayList<>();
        found.forEach(finding -> issues.add(finding.issue()));
        Collections.sort(issues);
        return Collections.unmodifiableList(issues);
    }

    /** Mirrors istio 1.30.3 {@code pkg/config/analysis/local/istiod_analyze.go:filterMessages}. */
    private boolean isSuppressed(MeshResource resource, Issue issue) {
        String annotation = resource.metadata().annotations().getOrDefault(SUPPRESS, "");
        for (String code : annotation.split(",", -1)) {
            if (code.equals("*") || AnalysisCodes.isNamed(code, issue)) {
                return true;
            }
        }
        return suppressions.stream().anyMatch(suppression -> suppression.covers(resource.key(), issue));
    }

    private record Finding(String cluster, Issue issue) {}
}
