package io.eastwest.routing.question;

import io.eastwest.routing.MeshRouter;
import java.util.List;

/** Who reaches whom: callers across all that they may call, with shares and reasons. Immutable. */
public final class Reachability {
    private final List<ReachRow> rows;

    private Reachability(List<ReachRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * The table of everything that the mesh itself gives, see {@link MatrixAxes#of(MeshRouter)}.
     *
     * @param router the mesh
     * @return the table when nothing is broken
     */
    public static Reachability of(MeshRouter router) {
        return of(router, MatrixAxes.of(router));
    }

    /**
     * The table of chosen calls.
     *
     * @param router the mesh
     * @param axes who calls what, and what is broken all the time; its failures do not count
     * @return the table
     * @throws IllegalArgumentException if the mesh has no such caller
     */
    public static Reachability of(MeshRouter router, MatrixAxes axes) {
        MatrixAxes alone = axes.toBuilder().failures(List.of()).build();
        return new Reachability(FailureMatrix.of(router, alone).rows().stream()
                .map(row -> new ReachRow(row.target(), row.call(), row.locality(), row.healthy()))
                .toList());
    }

    /** {@return the calls, by target, then by caller} */
    public List<ReachRow> rows() {
        return rows;
    }

    /** {@return the calls of which some or all are not answered} */
    public List<ReachRow> refused() {
        return rows.stream().filter(row -> !row.isReached()).toList();
    }

    /** {@return the table for people; percentages are rounded to hundredths} */
    public String toText() {
        TextTable table = new TextTable("TARGET", "CALLER", "CALLS");
        String target = "";
        for (ReachRow row : rows) {
            MatrixRow shown = new MatrixRow(row.target(), row.call(), row.locality(), row.result(), List.of());
            table.line(
                    row.target().equals(target) ? "" : row.target(),
                    shown.callerText(),
                    row.result().toText());
            target = row.target();
        }
        return table.toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
