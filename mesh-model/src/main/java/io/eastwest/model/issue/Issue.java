package io.eastwest.model.issue;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.ResourceKey;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One problem of a document or of a mesh: what is wrong, where, and what would be accepted. Immutable. Ordered by place
 * (those without one last), then by text.
 */
public final class Issue implements Comparable<Issue> {
    private static final Comparator<Issue> ORDER = Comparator.comparing(
                    (Issue issue) -> issue.location, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Issue::toString);

    private final Severity severity;
    private final IssueCode code;
    private final @Nullable ResourceKey resource;
    private final DocumentPath path;
    private final String message;
    private final String hint;
    private final @Nullable SourceLocation location;

    private Issue(
            Severity severity,
            IssueCode code,
            @Nullable ResourceKey resource,
            DocumentPath path,
            String message,
            String hint,
            @Nullable SourceLocation location) {
        this.severity = requireNonNull(severity, "severity");
        this.code = requireNonNull(code, "code");
        this.resource = resource;
        this.path = requireNonNull(path, "path");
        this.message = requireNonNull(message, "message");
        this.hint = requireNonNull(hint, "hint");
        this.location = location;
    }

    /**
     * An issue without a resource and a place yet; {@link #about} and {@link #at} add them.
     *
     * @param severity how much it matters
     * @param code kind of problem
     * @param path value that is wrong, in its document
     * @param message what is wrong, one line; quote values with {@link IssueText#quote}
     * @param hint what is accepted or what to do, one line; may be empty
     * @return the issue
     */
    public static Issue of(Severity severity, IssueCode code, DocumentPath path, String message, String hint) {
        return new Issue(severity, code, null, path, message, hint, null);
    }

    /**
     * An error; see {@link #of}.
     *
     * @param code kind of problem
     * @param path value that is wrong, in its document
     * @param message what is wrong, one line
     * @param hint what is accepted or what to do, one line; may be empty
     * @return the issue
     */
    public static Issue error(IssueCode code, DocumentPath path, String message, String hint) {
        return of(Severity.ERROR, code, path, message, hint);
    }

    /**
     * A warning; see {@link #of}.
     *
     * @param code kind of problem
     * @param path value that is doubtful, in its document
     * @param message what is doubtful, one line
     * @param hint what is accepted or what to do, one line; may be empty
     * @return the issue
     */
    public static Issue warning(IssueCode code, DocumentPath path, String message, String hint) {
        return of(Severity.WARNING, code, path, message, hint);
    }

    /**
     * Says which resource is meant.
     *
     * @param subject the resource
     * @return this issue with that resource
     */
    public Issue about(ResourceKey subject) {
        return new Issue(severity, code, requireNonNull(subject, "subject"), path, message, hint, location);
    }

    /**
     * Says where the value stands.
     *
     * @param place its place
     * @return this issue with that place
     */
    public Issue at(SourceLocation place) {
        return new Issue(severity, code, resource, path, message, hint, requireNonNull(place, "place"));
    }

    /**
     * Moves the issue down: its path becomes relative to a longer one.
     *
     * @param base path of what this issue's path started from
     * @return this issue with the whole path
     */
    public Issue below(DocumentPath base) {
        return new Issue(severity, code, resource, base.resolve(path), message, hint, location);
    }

    /** {@return how much it matters} */
    public Severity severity() {
        return severity;
    }

    /** {@return kind of problem} */
    public IssueCode code() {
        return code;
    }

    /** {@return resource that is meant; empty when it is not known or there is none} */
    public Optional<ResourceKey> resource() {
        return Optional.ofNullable(resource);
    }

    /** {@return value that is meant; the root when it is the whole document} */
    public DocumentPath path() {
        return path;
    }

    /** {@return what is wrong, one line} */
    public String message() {
        return message;
    }

    /** {@return what is accepted or what to do, one line; may be empty} */
    public String hint() {
        return hint;
    }

    /** {@return where the value stands; empty when it was built by code} */
    public Optional<SourceLocation> location() {
        return Optional.ofNullable(location);
    }

    /** {@return whether this is an {@link Severity#ERROR}} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Issue other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Issue that
                && severity == that.severity
                && code == that.code
                && Objects.equals(resource, that.resource)
                && path.equals(that.path)
                && message.equals(that.message)
                && hint.equals(that.hint)
                && Objects.equals(location, that.location);
    }

    @Override
    public int hashCode() {
        return Objects.hash(severity, code, resource, path, message, hint, location);
    }

    /** {@return the issue as one line: {@code SEVERITY Kind/ns/name path: message; hint [file:line:col] CODE}} */
    @Override
    public String toString() {
        return IssueText.line(this);
    }
}
