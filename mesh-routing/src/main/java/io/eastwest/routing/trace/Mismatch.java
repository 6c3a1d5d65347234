package io.eastwest.routing.trace;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A predicate that a call does not fulfil.
 *
 * @param field what is compared, for example {@code path}, {@code header x-user} or {@code from[0].source.namespaces}
 * @param expected what would fulfil it, for example {@code prefix "/orders"}; may be empty when the field says all
 * @param actual what the call has; values of the call are quoted
 */
public record Mismatch(String field, String expected, String actual) {
    /**
     * {@return predicates as one line of text}
     *
     * @param all the predicates
     * @param separator what stands between two of them
     */
    public static String text(List<Mismatch> all, String separator) {
        return all.stream().map(Mismatch::toString).distinct().collect(Collectors.joining(separator));
    }

    /** {@return {@code field: expected ... but was ...}} */
    @Override
    public String toString() {
        return expected.isEmpty() ? field : field + ": expected " + expected + " but was " + actual;
    }
}
