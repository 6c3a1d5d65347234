package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import java.util.List;

/**
 * What one kind of caller may do. Workloads of one cluster, namespace, service account and kind of proxy are one kind.
 *
 * @param caller the workload that was asked for all of its kind
 * @param principal its identity without {@code spiffe://}; empty: none
 * @param cells kinds of calls, by path, then by method
 */
public record AccessRow(Caller caller, String principal, List<AccessCell> cells) {
    /**
     * Copies the list.
     *
     * @param caller the workload that was asked
     * @param principal its identity
     * @param cells kinds of calls
     */
    public AccessRow {
        cells = List.copyOf(cells);
    }

    /** {@return whether some call of the caller passes} */
    public boolean mayCall() {
        return cells.stream()
                .anyMatch(cell ->
                        cell.verdict() == AccessCell.Verdict.ALLOWED || cell.verdict() == AccessCell.Verdict.PARTLY);
    }
}
