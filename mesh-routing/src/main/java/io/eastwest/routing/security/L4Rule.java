package io.eastwest.routing.security;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.trace.Mismatch;
import java.util.Comparator;
import java.util.List;

/**
 * One rule as ztunnel gets it: every clause must hold, a clause holds if one of its alternatives does. An alternative
 * without fields never holds; a rule without clauses always matches. Mirrors ztunnel 1.30.3 {@code
 * src/rbac.rs:Authorization::matches}.
 *
 * @param origin where it is written
 * @param clauses the clauses
 */
record L4Rule(Origin origin, List<List<List<FieldCondition>>> clauses) {
    private static final Mismatch UNTESTED =
            new Mismatch("has no field that ztunnel can test, and never matches", "", "");

    L4Rule {
        clauses = List.copyOf(clauses);
    }

    boolean matches(RbacInput input) {
        return clauses.stream().allMatch(clause -> holds(clause, input));
    }

    private static boolean holds(List<List<FieldCondition>> clause, RbacInput input) {
        return clause.isEmpty() || clause.stream().anyMatch(fields -> all(fields, input));
    }

    private static boolean all(List<FieldCondition> fields, RbacInput input) {
        return !fields.isEmpty() && fields.stream().allMatch(field -> field.matches(input));
    }

    /** {@return of each alternative of the first clause that does not hold the first field that fails} */
    List<Mismatch> mismatches(RbacInput input) {
        return clauses.stream()
                .filter(clause -> !holds(clause, input))
                .findFirst()
                .map(clause -> reasons(clause, input))
                .orElse(List.of());
    }

    /** {@return every field that is in the way, by the alternatives that lack the fewest} */
    List<Mismatch> missing(RbacInput input) {
        return clauses.stream()
                .filter(clause -> !holds(clause, input))
                .flatMap(clause -> fewest(clause, input).stream())
                .toList();
    }

    private static List<Mismatch> fewest(List<List<FieldCondition>> clause, RbacInput input) {
        return clause.stream()
                .filter(fields -> !fields.isEmpty())
                .map(fields -> fields.stream()
                        .filter(field -> !field.matches(input))
                        .map(field -> field.mismatch(input))
                        .toList())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of(UNTESTED));
    }

    private List<Mismatch> reasons(List<List<FieldCondition>> clause, RbacInput input) {
        return clause.stream()
                .map(fields -> fields.stream()
                        .filter(field -> !field.matches(input))
                        .findFirst()
                        .map(field -> field.mismatch(input))
                        .orElse(UNTESTED))
                .map(failed -> new Mismatch(origin.path() + ' ' + failed.field(), failed.expected(), failed.actual()))
                .distinct()
                .toList();
    }
}
