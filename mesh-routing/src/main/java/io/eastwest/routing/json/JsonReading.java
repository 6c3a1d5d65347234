package io.eastwest.routing.json;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a text is being read.
 *
 * @param path path of the node
 * @param issues takes what is wrong
 */
record JsonReading(DocumentPath path, List<Issue> issues) {
    JsonReading field(String name) {
        return new JsonReading(path.field(name), issues);
    }

    JsonReading index(int position) {
        return new JsonReading(path.index(position), issues);
    }

    /** Notes that a node is not what it must be. */
    @Nullable
    Object wrong(IssueCode code, String message, String hint) {
        issues.add(Issue.error(code, path, message, hint));
        return null;
    }

    /** Notes that a node has another type. */
    @Nullable
    Object wrongType(String wanted) {
        return wrong(IssueCode.WRONG_TYPE, "must be " + wanted, "");
    }

    int problems() {
        return issues.size();
    }
}
