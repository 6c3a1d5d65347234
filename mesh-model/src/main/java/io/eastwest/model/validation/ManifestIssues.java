package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the problems of one object and finds their places. */
final class ManifestIssues {
    private final Manifest manifest;
    private final List<Issue> issues = new ArrayList<>();

    ManifestIssues(Manifest manifest) {
        this.manifest = manifest;
    }

    void error(IssueCode code, DocumentPath path, String message, String hint) {
        Issue issue =
                Issue.error(code, path, message, hint).about(manifest.resource().key());
        issues.add(manifest.locate(path).map(issue::at).orElse(issue));
    }

    List<Issue> sorted() {
        Collections.sort(issues);
        return Collections.unmodifiableList(issues);
    }
}
