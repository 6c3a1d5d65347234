package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.Explanation;
import java.util.function.Supplier;

/**
 * What a failure shows below what was expected and found. Written only when an assertion fails.
 *
 * @param text writes it
 */
record Evidence(Supplier<String> text) {
    private static final String HINT =
            "To see the steps that led to this decision, assert on MeshRouter.explain(call, conditions).";

    static Evidence of(Decision decision) {
        return new Evidence(() -> decision.toText() + HINT);
    }

    static Evidence of(Explanation explanation) {
        return new Evidence(() -> explanation.toText().stripTrailing());
    }
}
