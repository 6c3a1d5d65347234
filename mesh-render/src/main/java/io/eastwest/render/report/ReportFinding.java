package io.eastwest.render.report;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.Severity;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.render.lint.InstallLinter;
import io.eastwest.render.lint.InvariantFinding;
import io.eastwest.render.lint.LintFinding;
import io.eastwest.render.lint.MeshInvariants;
import io.eastwest.routing.MeshRouter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One finding of any kind.
 *
 * @param severity how much it matters
 * @param code kind of problem
 * @param subject what is meant
 * @param message what is wrong
 * @param hint what to do; may be empty
 * @param place file, line and column, one line each; empty: not known
 */
record ReportFinding(Severity severity, String code, String subject, String message, String hint, String place) {
    /** {@return all findings: errors first, then by place, those without one last; each once} */
    static List<ReportFinding> all(MeshRouter router, Instant at, List<Issue> given) {
        MeshSnapshot mesh = router.snapshot();
        Set<Issue> issues = new TreeSet<>(given);
        issues.addAll(MeshValidation.check(mesh));
        issues.addAll(MeshAnalysis.check(mesh));
        issues.addAll(router.issues());
        Set<ReportFinding> all = new LinkedHashSet<>();
        issues.forEach(issue -> all.add(of(issue)));
        MeshInvariants.check(mesh, at).forEach(finding -> all.add(of(finding)));
        InstallLinter.check(mesh).forEach(finding -> all.add(of(finding)));
        List<ReportFinding> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(ReportFinding::rank));
        return sorted;
    }

    private int rank() {
        return switch (severity) {
            case ERROR -> 0;
            case WARNING -> 1;
            case INFO -> 2;
        };
    }

    private static ReportFinding of(Issue issue) {
        String subject = issue.resource().map(Object::toString).orElse("");
        String path = issue.path().isRoot() ? "" : issue.path().toString();
        return new ReportFinding(
                issue.severity(),
                issue.code().name(),
                (subject + " " + path).strip(),
                issue.message(),
                issue.hint(),
                issue.location().map(SourceLocation::toString).orElse(""));
    }

    private static ReportFinding of(InvariantFinding finding) {
        String subject = String.join(", ", finding.clusters()) + " " + finding.subject();
        String places =
                finding.locations().stream().map(SourceLocation::toString).collect(Collectors.joining("\n"));
        return new ReportFinding(
                finding.severity(),
                finding.invariant().name(),
                subject.strip(),
                finding.message(),
                finding.hint(),
                places);
    }

    private static ReportFinding of(LintFinding finding) {
        String subject = finding.cluster() + " " + finding.subject() + " " + finding.path();
        return new ReportFinding(
                finding.severity(),
                finding.code().name(),
                subject.strip(),
                finding.message() + ", so that " + finding.consequence(),
                finding.hint(),
                finding.location().map(SourceLocation::toString).orElse(""));
    }
}
