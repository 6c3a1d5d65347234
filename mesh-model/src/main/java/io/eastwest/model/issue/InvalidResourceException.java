package io.eastwest.model.issue;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Thrown when a value cannot be built or read. Its message has one line per issue, 50 at most, and counts the rest.
 * Immutable.
 */
public final class InvalidResourceException extends MeshException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an unmodifiable ArrayList
    private final transient List<Issue> issues;

    /**
     * Reports issues.
     *
     * @param issues what is wrong, in the order to show
     */
    public InvalidResourceException(List<Issue> issues) {
        super(IssueText.lines(requireNonNull(issues, "issues")));
        this.issues = Collections.unmodifiableList(new ArrayList<>(issues));
    }

    /**
     * Says what is wrong with the value that is being built.
     *
     * @param message what is wrong and what is accepted, as one line
     */
    public InvalidResourceException(String message) {
        this(List.of(Issue.error(IssueCode.INVALID_VALUE, DocumentPath.root(), message, "")));
    }

    /**
     * Names the attributes that a builder was not given.
     *
     * @param missing names of the required attributes that were not set, in declaration order
     */
    public InvalidResourceException(String... missing) {
        this(missing(missing));
    }

    /**
     * Says that fields were set of which at most one may be. For the factories of closed choices; the reader adds the
     * place.
     *
     * @param fields names on the wire of the fields that were set
     * @return the exception to throw
     */
    public static InvalidResourceException conflict(List<String> fields) {
        String message = "at most one of " + String.join(", ", fields) + " may be set";
        return new InvalidResourceException(List.of(
                Issue.error(IssueCode.ONEOF_CONFLICT, DocumentPath.root(), message, "remove all but one of them")));
    }

    /** {@return what is wrong, in document order; their paths start at the value that could not be built} */
    public List<Issue> issues() {
        return issues;
    }

    private static List<Issue> missing(String... names) {
        List<Issue> issues = new ArrayList<>();
        for (String name : names) {
            issues.add(Issue.error(
                    IssueCode.MISSING_FIELD, DocumentPath.root().field(name), "required but not set", "add it"));
        }
        return issues;
    }
}
