package io.eastwest.testing;

import io.eastwest.routing.question.ReachRow;
import io.eastwest.routing.question.Reachability;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on who reaches whom; made by {@link MeshAssertions}. A workload is written
 * {@code [[<cluster>/]<namespace>/]<name>}, a target as {@link ReachRow#target()} names it. An assertion that does not hold
 * throws an {@link AssertionError} which shows the whole table.
 *
 * <pre>{@code
 * assertThat(Reachability.of(router)).isReached("shop/web", "orders.shop:8080").isNotReached("lab/probe", "orders.shop:8080");
 * }</pre>
 */
public final class ReachabilityAssert extends AbstractAssert<ReachabilityAssert, Reachability> {
    ReachabilityAssert(Reachability actual) {
        super(actual, ReachabilityAssert.class);
    }

    /**
     * Asserts that every caller of the table reaches every target.
     *
     * @return this
     */
    public ReachabilityAssert isComplete() {
        isNotNull();
        return rows(actual.rows(), ReachRow::isReached, "every caller to reach every target");
    }

    /**
     * Asserts that all calls of a workload to a target are answered.
     *
     * @param workload the caller
     * @param target what is called, {@link ReachRow#target()}
     * @return this
     * @throws AssertionError if some are not, or the table has no such row
     */
    public ReachabilityAssert isReached(String workload, String target) {
        return rows(
                named(workload, target),
                ReachRow::isReached,
                "all calls of \"" + workload + "\" to " + target + " to be answered");
    }

    /**
     * Asserts that no call of a workload to a target is answered.
     *
     * @param workload the caller
     * @param target what is called, {@link ReachRow#target()}
     * @return this
     * @throws AssertionError if some are, or the table has no such row
     */
    public ReachabilityAssert isNotReached(String workload, String target) {
        return rows(
                named(workload, target),
                ReachRow::isUnreached,
                "no call of \"" + workload + "\" to " + target + " to be answered");
    }

    private List<ReachRow> named(String workload, String target) {
        isNotNull();
        List<ReachRow> rows = actual.rows().stream()
                .filter(row -> row.target().equals(target)
                        && new WorkloadName(workload).means(row.call().caller()))
                .toList();
        if (rows.isEmpty()) {
            List<String> known = actual.rows().stream()
                    .map(row -> row.call().caller() + " to " + row.target())
                    .toList();
            throw failure(known.isEmpty() ? List.of("no row") : known, "a row of \"" + workload + "\" to " + target);
        }
        return rows;
    }

    private ReachabilityAssert rows(List<ReachRow> rows, Predicate<ReachRow> isRight, String expected) {
        List<String> found = rows.stream()
                .filter(isRight.negate())
                .map(row -> row.call().caller() + " to " + row.target() + ": "
                        + row.result().toText())
                .toList();
        if (!found.isEmpty()) {
            throw failure(found, expected);
        }
        return this;
    }

    private AssertionError failure(List<String> found, String expected) {
        return failure("%s", new Complaint(expected, found).text(actual.toText()));
    }
}
