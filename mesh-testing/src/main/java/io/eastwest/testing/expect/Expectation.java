package io.eastwest.testing.expect;

import io.eastwest.model.issue.SourceLocation;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.MeshRouter;
import io.eastwest.testing.DecisionAssert;
import io.eastwest.testing.MeshAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One thing that must hold.
 *
 * @param name what it says, for people
 * @param location where it is written
 * @param call the call
 * @param conditions what is broken
 * @param checks what must hold of the decision, each alone
 */
record Expectation(
        String name,
        Optional<SourceLocation> location,
        Call call,
        Conditions conditions,
        List<Consumer<DecisionAssert>> checks) {

    /** {@return what does not hold, one text for each check, with the decision and its steps; none: all holds} */
    List<String> failures(MeshRouter router) {
        Explanation explanation;
        try {
            explanation = router.explain(call, conditions);
        } catch (IllegalArgumentException refused) {
            return List.of("the call cannot be made: " + refused.getMessage());
        }
        List<String> failures = new ArrayList<>();
        for (Consumer<DecisionAssert> check : checks) {
            try {
                check.accept(MeshAssertions.assertThat(explanation));
            } catch (AssertionError failed) {
                failures.add(String.valueOf(failed.getMessage()));
            }
        }
        return failures;
    }
}
