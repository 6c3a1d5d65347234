package io.eastwest.routing.question;

/**
 * What one failure does to the calls of one row.
 *
 * @param result how the calls end
 * @param change what is different from the row's {@link MatrixRow#healthy()}
 */
public record MatrixCell(CallResult result, Change change) {
    /** What a failure changes for a call. */
    public enum Change {
        /** Nothing. */
        SAME,

        /** Other places answer, or in other shares; no more calls are lost than before. */
        MOVED,

        /** More calls are lost than before, but not all. */
        DEGRADED,

        /** All calls are lost that were not before. */
        LOST,

        /** Nobody is left who could call. */
        NO_CALLER
    }

    static MatrixCell of(CallResult healthy, CallResult result) {
        return new MatrixCell(result, change(healthy, result));
    }

    private static Change change(CallResult healthy, CallResult result) {
        if (result.equals(healthy)) {
            return Change.SAME;
        }
        if (!result.called()) {
            return Change.NO_CALLER;
        }
        if (result.lost().compareTo(healthy.lost()) <= 0) {
            return Change.MOVED;
        }
        return result.served().plus(result.answeredByRule()).isZero() ? Change.LOST : Change.DEGRADED;
    }
}
