package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import java.util.List;

/**
 * One call under every failure of a matrix.
 *
 * @param target what is called, {@link CallTarget#name()}
 * @param call the call
 * @param locality locality of the caller; empty: none
 * @param healthy how it ends when nothing of the failures happens
 * @param cells one per failure, in the order of {@link FailureMatrix#failures()}
 */
public record MatrixRow(String target, Call call, String locality, CallResult healthy, List<MatrixCell> cells) {
    /**
     * Copies the list.
     *
     * @param target what is called
     * @param call the call
     * @param locality locality of the caller
     * @param healthy how it ends when nothing of the failures happens
     * @param cells one per failure
     */
    public MatrixRow {
        cells = List.copyOf(cells);
    }

    /** {@return who calls and where as text, {@code bar/web in c1 r1/z1}} */
    public String callerText() {
        String place = call.caller().cluster() + (locality.isEmpty() ? "" : " " + locality);
        return (call.caller().outside() ? "outside at " : "") + call.caller().namespace() + "/"
                + call.caller().workload() + " in " + place;
    }
}
