package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;

/** Ends the reading of one document. Never leaves this package. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    private UnreadableException(Issue issue) {
        super(issue.toString(), null, false, false);
        this.issue = issue;
    }

    static UnreadableException limit(String message, SourceLocation place) {
        return of(IssueCode.LIMIT_EXCEEDED, message, "split the document or raise the limit", place);
    }

    static UnreadableException of(IssueCode code, String message, String hint, SourceLocation place) {
        return new UnreadableException(
                Issue.error(code, DocumentPath.root(), message, hint).at(place));
    }

    Issue issue() {
        return issue;
    }
}
