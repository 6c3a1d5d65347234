package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import java.util.Optional;

/** What must be true of a decision. */
interface DecisionRule {
    /** {@return what must be true, with "calls" as subject, such as {@code are answered}} */
    String text();

    /**
     * {@return what is wrong, one line; empty: nothing}
     *
     * @param call the call
     * @param decision its decision
     * @param places where pods are
     */
    Optional<String> breach(Call call, Decision decision, MeshPlaces places);

    /** {@return what is wrong with a call whose host the DNS of its caller does not know; empty: nothing, it is not made} */
    default Optional<String> breachOfUnknownHost(Call call) {
        return Optional.empty();
    }

    /** {@return whether copies that are mirrored matter} */
    default boolean looksAtWays() {
        return false;
    }
}
