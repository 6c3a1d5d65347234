package io.eastwest.routing.question;

import io.eastwest.routing.MeshRouter;
import java.util.List;

/**
 * What each single failure does to each call: services and callers down, failures across. Immutable, in the order of its axes.
 *
 * <p>Cells are decisions of {@link MeshRouter#decide}. A failure that does the same to everything on the ways of a call as
 * another one, or as none, shares its answer.
 */
public final class FailureMatrix {
    private static final long MOST_CELLS = 20_000_000;

    private final List<MeshFailure> failures;
    private final List<MatrixRow> rows;

    private FailureMatrix(List<MeshFailure> failures, List<MatrixRow> rows) {
        this.failures = List.copyOf(failures);
        this.rows = List.copyOf(rows);
    }

    /**
     * The matrix of everything that the mesh itself gives, see {@link MatrixAxes#of(MeshRouter)}.
     *
     * @param router the mesh
     * @return the matrix
     */
    public static FailureMatrix of(MeshRouter router) {
        return of(router, MatrixAxes.of(router));
    }

    /**
     * The matrix of chosen calls and failures.
     *
     * @param router the mesh
     * @param axes who calls what, and what breaks
     * @return the matrix
     * @throws IllegalArgumentException if the mesh has no such caller, or the matrix would have more than 20 million cells
     */
    public static FailureMatrix of(MeshRouter router, MatrixAxes axes) {
        long cells = axes.targets().stream()
                        .mapToLong(target -> axes.callersOf(target).size())
                        .sum()
                * Math.max(1, axes.failures().size());
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("a matrix may have " + MOST_CELLS + " cells, but this one has " + cells
                    + "; choose fewer targets, callers or failures");
        }
        return new FailureMatrix(axes.failures(), new MatrixMaker(router, axes).rows());
    }

    /** {@return what breaks, one column each} */
    public List<MeshFailure> failures() {
        return failures;
    }

    /** {@return the calls, by target, then by caller} */
    public List<MatrixRow> rows() {
        return rows;
    }

    /**
     * What a failure does to a call.
     *
     * @param row a row of this matrix
     * @param failure a failure of this matrix
     * @return the cell
     * @throws IllegalArgumentException if the matrix has no such failure
     */
    public MatrixCell cell(MatrixRow row, MeshFailure failure) {
        int column = failures.indexOf(failure);
        if (column < 0) {
            throw new IllegalArgumentException("no failure \"" + failure + "\" in this matrix; it has " + failures);
        }
        return row.cells().get(column);
    }

    /** {@return the rows that lose more calls under some failure than without any} */
    public List<MatrixRow> fragile() {
        return rows.stream()
                .filter(row -> row.cells().stream()
                        .anyMatch(cell ->
                                cell.change() == MatrixCell.Change.DEGRADED || cell.change() == MatrixCell.Change.LOST))
                .toList();
    }

    /** {@return the matrix as a table for people; percentages are rounded to hundredths} */
    public String toText() {
        return MatrixText.of(this);
    }

    /** {@return one line per share of a cell, with exact fractions; columns are named in the first line} */
    public String toCsv() {
        return MatrixCsv.of(this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
