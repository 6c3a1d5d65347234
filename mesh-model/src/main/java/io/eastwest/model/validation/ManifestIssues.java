package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one object and finds their places. One value gets each code once: the first report counts. */
final class ManifestIssues {
    private final Manifest manifest;
    private final List<Issue> issues = new ArrayList<>();
    private final Set<Subject> reported = new LinkedHashSet<>();

    ManifestIssues(Manifest manifest) {
        this.manifest = manifest;
    }

    void error(IssueCode code, DocumentPath path, String message, String hint) {
        add(Issue.error(code, path, message, hint));
    }

    void warning(IssueCode code, DocumentPath path, String message, String hint) {
        add(Issue.warning(code, path, message, hint));
    }

    /** Adds what another package found about the object, with or without a place. */
    void add(Issue issue) {
        if (reported.add(new Subject(issue.code(), issue.path()))) {
            Issue about = issue.about(manifest.resource().key());
            issues.add(manifest.locate(issue.path()).map(about::at).orElse(about));
        }
    }

    List<Issue> sorted() {
        Collections.sort(issues);
        return Collections.unmodifiableList(issues);
    }

    private record Subject(IssueCode code, DocumentPath path) {}
}
