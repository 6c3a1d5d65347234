package io.eastwest.model.schema;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.List;

/** A value of the object that is checked: takes the problems of that value. */
final class Place {
    private final DocumentPath path;
    private final List<Issue> issues;

    Place(DocumentPath path, List<Issue> issues) {
        this.path = path;
        this.issues = issues;
    }

    Place field(String name) {
        return new Place(path.field(name), issues);
    }

    Place index(int position) {
        return new Place(path.index(position), issues);
    }

    /** How many problems were reported so far, here and elsewhere. */
    int problems() {
        return issues.size();
    }

    void error(IssueCode code, String message, String hint) {
        issues.add(Issue.error(code, path, message, hint));
    }
}
