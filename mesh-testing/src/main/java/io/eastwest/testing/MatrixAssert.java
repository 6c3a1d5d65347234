package io.eastwest.testing;

import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixCell;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what failures do to calls; made by {@link MeshAssertions}. A cell loses calls when more of them are refused
 * than without the failure; calls that nobody is left to make are not lost. An assertion that does not hold throws an
 * {@link AssertionError} which names the cells and shows the whole matrix.
 *
 * <pre>{@code
 * assertThat(FailureMatrix.of(router)).survives(MeshFailure.Kind.ZONE).losesOnlyUnder("cluster east");
 * }</pre>
 */
public final class MatrixAssert extends AbstractAssert<MatrixAssert, FailureMatrix> {
    MatrixAssert(FailureMatrix actual) {
        super(actual, MatrixAssert.class);
    }

    /**
     * Asserts that no failure of the matrix loses calls.
     *
     * @return this
     */
    public MatrixAssert survivesEverything() {
        return cells(failure -> true, MatrixAssert::loses, "no failure to lose calls");
    }

    /**
     * Asserts that no failure of a kind loses calls.
     *
     * @param kind what breaks
     * @return this
     * @throws AssertionError if one does, or the matrix has no failure of that kind
     */
    public MatrixAssert survives(MeshFailure.Kind kind) {
        isNotNull();
        if (actual.failures().stream().noneMatch(failure -> failure.kind() == kind)) {
            verify("a failure of kind " + kind, names(actual.failures()));
        }
        return cells(
                failure -> failure.kind() == kind,
                MatrixAssert::loses,
                "no failure of kind " + kind + " to lose calls");
    }

    /**
     * Asserts that calls are lost under each of these failures and under no other.
     *
     * @param failures names of failures, {@link MeshFailure#name()}
     * @return this
     * @throws AssertionError if another failure loses calls, one of them does not, or the matrix has no such failure
     */
    public MatrixAssert losesOnlyUnder(String... failures) {
        isNotNull();
        List<String> named = List.of(failures);
        List<String> found = new ArrayList<>();
        for (String name : named) {
            if (actual.failures().stream().noneMatch(failure -> failure.name().equals(name))) {
                verify("a failure \"" + name + "\"", names(actual.failures()));
            }
            if (losses(failure -> failure.name().equals(name)).isEmpty()) {
                found.add(name + ": no call is lost");
            }
        }
        found.addAll(losses(failure -> !named.contains(failure.name())));
        return verify("calls to be lost under " + named + " only", found);
    }

    /**
     * Asserts that a cluster answers no call, whatever fails, unless the matrix says that it does so without a failure too.
     *
     * @param cluster the cluster
     * @return this
     */
    public MatrixAssert neverMovesTo(String cluster) {
        return cells(
                failure -> true,
                (row, cell) -> row.healthy().servedBy(cluster).isZero()
                        && !cell.result().servedBy(cluster).isZero(),
                "no failure to move calls to cluster \"" + cluster + "\"");
    }

    private static boolean loses(MatrixRow row, MatrixCell cell) {
        return cell.change() == MatrixCell.Change.DEGRADED || cell.change() == MatrixCell.Change.LOST;
    }

    private List<String> losses(Predicate<MeshFailure> isAsked) {
        return found(isAsked, MatrixAssert::loses);
    }

    private MatrixAssert cells(
            Predicate<MeshFailure> isAsked, BiPredicate<MatrixRow, MatrixCell> isWrong, String expected) {
        isNotNull();
        return verify(expected, found(isAsked, isWrong));
    }

    private List<String> found(Predicate<MeshFailure> isAsked, BiPredicate<MatrixRow, MatrixCell> isWrong) {
        List<String> found = new ArrayList<>();
        for (int column = 0; column < actual.failures().size(); column++) {
            MeshFailure failure = actual.failures().get(column);
            for (MatrixRow row : isAsked.test(failure) ? actual.rows() : List.<MatrixRow>of()) {
                MatrixCell cell = row.cells().get(column);
                if (isWrong.test(row, cell)) {
                    found.add(failure.name() + ": " + row.target() + " from " + row.callerText() + ": "
                            + text(row.healthy()) + " becomes " + text(cell.result()));
                }
            }
        }
        return found;
    }

    private static String text(CallResult result) {
        return "(" + result.toText() + ")";
    }

    private static List<String> names(List<MeshFailure> failures) {
        return failures.isEmpty()
                ? List.of("no failure")
                : failures.stream().map(MeshFailure::name).toList();
    }

    private MatrixAssert verify(String expected, List<String> found) {
        if (!found.isEmpty()) {
            throw failure("%s", new Complaint(expected, found).text(actual.toText()));
        }
        return this;
    }
}
