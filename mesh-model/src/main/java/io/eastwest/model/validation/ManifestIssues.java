package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the problems of one object and finds their places. One value gets each code once: the first report counts,
 * but an error takes the place of a warning.
 */
final class ManifestIssues {
    private final Manifest manifest;
    private final Map<Subject, Issue> issues;
    private final boolean warnings;

    ManifestIssues(Manifest manifest) {
        this(manifest, new LinkedHashMap<>(), true);
    }

    private ManifestIssues(Manifest manifest, Map<Subject, Issue> issues, boolean warnings) {
        this.manifest = manifest;
        this.issues = issues;
        this.warnings = warnings;
    }

    /** {@return a view that forgets warnings, for the places where the webhook does} */
    ManifestIssues errorsOnly() {
        return new ManifestIssues(manifest, issues, false);
    }

    void error(IssueCode code, DocumentPath path, String message, String hint) {
        add(Issue.error(code, path, message, hint));
    }

    void warning(IssueCode code, DocumentPath path, String message, String hint) {
        add(Issue.warning(code, path, message, hint));
    }

    /** Adds what another package found about the object, with or without a place. */
    void add(Issue issue) {
        if (!warnings && !issue.isError()) {
            return;
        }
        Subject subject = new Subject(issue.code(), issue.path());
        Issue known = issues.get(subject);
        if (known == null || issue.isError() && !known.isError()) {
            Issue about = issue.about(manifest.resource().key());
            issues.put(subject, manifest.locate(issue.path()).map(about::at).orElse(about));
        }
    }

    List<Issue> sorted() {
        List<Issue> sorted = new ArrayList<>(issues.values());
        Collections.sort(sorted);
        return Collections.unmodifiableList(sorted);
    }

    private record Subject(IssueCode code, DocumentPath path) {}
}
