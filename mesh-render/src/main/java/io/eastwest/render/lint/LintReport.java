package io.eastwest.render.lint;

import io.eastwest.model.issue.Severity;
import java.util.List;

/** Takes the mistakes of one cluster. */
final class LintReport {
    private final LintInput cluster;
    private final List<LintFinding> findings;

    LintReport(LintInput cluster, List<LintFinding> findings) {
        this.cluster = cluster;
        this.findings = findings;
    }

    void error(LintCode code, String subject, String path, String message, String consequence, String hint) {
        add(Severity.ERROR, code, subject, path, message, consequence, hint);
    }

    void warning(LintCode code, String subject, String path, String message, String consequence, String hint) {
        add(Severity.WARNING, code, subject, path, message, consequence, hint);
    }

    void info(LintCode code, String subject, String path, String message, String consequence, String hint) {
        add(Severity.INFO, code, subject, path, message, consequence, hint);
    }

    private void add(
            Severity severity,
            LintCode code,
            String subject,
            String path,
            String message,
            String consequence,
            String hint) {
        findings.add(LintFinding.builder()
                .severity(severity)
                .code(code)
                .cluster(cluster.cluster())
                .subject(subject)
                .path(path)
                .location(FindingPlaces.of(cluster.manifests(), subject, path))
                .message(message)
                .consequence(consequence)
                .hint(hint)
                .build());
    }
}
