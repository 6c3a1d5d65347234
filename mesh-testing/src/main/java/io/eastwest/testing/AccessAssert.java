package io.eastwest.testing;

import io.eastwest.routing.question.AccessCell;
import io.eastwest.routing.question.AccessRow;
import io.eastwest.routing.question.WhoMayCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on who may call a service; made by {@link MeshAssertions}. They speak of the callers in the table, one for each
 * kind, and a name that means none of them fails. A workload is written {@code [[<cluster>/]<namespace>/]<name>}. An assertion
 * that does not hold throws an {@link AssertionError} which shows the whole table.
 *
 * <pre>{@code
 * assertThat(WhoMayCall.of(router, "orders.shop.svc.cluster.local", 8080))
 *         .isCalledOnlyBy("shop/web", "shop/batch")
 *         .refuses("lab/probe");
 * }</pre>
 */
public final class AccessAssert extends AbstractAssert<AccessAssert, WhoMayCall> {
    AccessAssert(WhoMayCall actual) {
        super(actual, AccessAssert.class);
    }

    /**
     * Asserts that every kind of call of a workload is allowed.
     *
     * @param workload a workload; all callers that the name means
     * @return this
     * @throws AssertionError if some kind of call is not, or the table has no such caller
     */
    public AccessAssert allows(String workload) {
        return cells(
                workload,
                cell -> cell.verdict() != AccessCell.Verdict.ALLOWED,
                "all calls of \"" + workload + "\" to be allowed");
    }

    /**
     * Asserts that security refuses every kind of call of a workload. A call that does not get there for another reason is
     * not refused in this sense.
     *
     * @param workload a workload; all callers that the name means
     * @return this
     * @throws AssertionError if some kind of call is not, or the table has no such caller
     */
    public AccessAssert refuses(String workload) {
        return cells(
                workload,
                cell -> cell.verdict() != AccessCell.Verdict.DENIED,
                "all calls of \"" + workload + "\" to be refused");
    }

    /**
     * Asserts that each of the workloads may make some call, and nobody else any.
     *
     * @param workloads workloads; none: nobody may
     * @return this
     * @throws AssertionError if another caller may, one of them may not, or the table has no such caller
     */
    public AccessAssert isCalledOnlyBy(String... workloads) {
        isNotNull();
        List<String> found = new ArrayList<>();
        for (String workload : workloads) {
            rows(workload).stream().filter(row -> !row.mayCall()).forEach(row -> found.add(row.caller() + " may not"));
        }
        actual.rows().stream()
                .filter(AccessRow::mayCall)
                .filter(row ->
                        List.of(workloads).stream().noneMatch(each -> new WorkloadName(each).means(row.caller())))
                .forEach(row -> found.add(row.caller() + " may"));
        return verify("only " + List.of(workloads) + " to call " + actual.target(), found);
    }

    private AccessAssert cells(String workload, Predicate<AccessCell> isWrong, String expected) {
        isNotNull();
        List<String> found = new ArrayList<>();
        for (AccessRow row : rows(workload)) {
            row.cells().stream()
                    .filter(isWrong)
                    .forEach(cell -> found.add(
                            row.caller() + " " + (cell.methods() + " " + cell.paths()).strip() + " " + cell.toText()));
        }
        return verify(expected, found);
    }

    private List<AccessRow> rows(String workload) {
        List<AccessRow> rows = actual.rows().stream()
                .filter(row -> new WorkloadName(workload).means(row.caller()))
                .toList();
        if (rows.isEmpty()) {
            List<String> callers =
                    actual.rows().stream().map(row -> row.caller().toString()).toList();
            verify("a caller \"" + workload + "\"", callers.isEmpty() ? List.of("no caller") : callers);
        }
        return rows;
    }

    private AccessAssert verify(String expected, List<String> found) {
        if (!found.isEmpty()) {
            throw failure("%s", new Complaint(expected, found).text(actual.toText()));
        }
        return this;
    }
}
