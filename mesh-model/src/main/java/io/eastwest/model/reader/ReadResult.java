package io.eastwest.model.reader;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read, and every problem that was met. Immutable if the value is.
 *
 * @param <T> type of the value
 */
public final class ReadResult<T> {
    private final @Nullable T value;
    private final List<Issue> issues;

    private ReadResult(@Nullable T value, Collection<Issue> issues) {
        List<Issue> sorted = new ArrayList<>(issues);
        Collections.sort(sorted);
        this.value = value;
        this.issues = Collections.unmodifiableList(sorted);
    }

    /**
     * A result with a value.
     *
     * @param <T> type of the value
     * @param value what could be read, perhaps in part
     * @param issues what is wrong, in any order
     * @return the result
     */
    public static <T> ReadResult<T> of(T value, Collection<Issue> issues) {
        return new ReadResult<>(requireNonNull(value, "value"), issues);
    }

    /**
     * A result without a value.
     *
     * @param <T> type of the value
     * @param issues what is wrong, in any order
     * @return the result
     */
    public static <T> ReadResult<T> failed(Collection<Issue> issues) {
        return new ReadResult<>(null, issues);
    }

    /** {@return what could be read in spite of the issues; empty when nothing could} */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** {@return all problems, by file, line and column} */
    public List<Issue> issues() {
        return issues;
    }

    /** {@return whether one of the issues is an error} */
    public boolean hasErrors() {
        return issues.stream().anyMatch(Issue::isError);
    }

    /**
     * The value, if nothing is wrong with it; warnings do not matter.
     *
     * @return the value
     * @throws InvalidResourceException if there is an error; it lists all issues
     */
    public T orThrow() {
        if (value == null || hasErrors()) {
            throw new InvalidResourceException(issues);
        }
        return value;
    }

    /**
     * Goes on with the value.
     *
     * @param <R> type of the next value
     * @param next applied to the value, if there is one
     * @return the next value with the same issues
     */
    public <R> ReadResult<R> map(Function<? super T, ? extends R> next) {
        return new ReadResult<>(value == null ? null : next.apply(value), issues);
    }
}
