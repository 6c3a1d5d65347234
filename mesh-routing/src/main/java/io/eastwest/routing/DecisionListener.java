package io.eastwest.routing;

import java.util.function.Supplier;

/**
 * Hears of the calls that a router is asked about, see {@link MeshRouter#heardBy}. It changes no answer. A router that is used by
 * several threads tells it from each of them.
 */
@FunctionalInterface
public interface DecisionListener {
    /** Hears nothing. */
    DecisionListener NONE = (decision, explanation) -> {};

    /**
     * Hears of a call that was decided or explained.
     *
     * @param decision the decision
     * @param explanation gives it with its steps; they are made when they are asked for
     */
    void decided(Decision decision, Supplier<Explanation> explanation);
}
