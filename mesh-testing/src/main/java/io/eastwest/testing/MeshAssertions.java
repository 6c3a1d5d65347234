package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.Explanation;

/**
 * Entry points of the assertions for decisions of a mesh; import them statically, beside those of AssertJ.
 *
 * <pre>{@code
 * Explanation outage = router.explain(call, Conditions.clusterDown("cluster-1"));
 *
 * assertThat(outage).forwards().toService("reviews", "shop").onlyInCluster("cluster-2");
 * }</pre>
 */
public final class MeshAssertions {
    private MeshAssertions() {}

    /**
     * Starts assertions on a decision. A failure shows the decision, and how to get the steps that led to it.
     *
     * @param actual the decision
     * @return assertions
     */
    public static DecisionAssert assertThat(Decision actual) {
        return new DecisionAssert(actual, Evidence.of(actual));
    }

    /**
     * Starts the same assertions on a decision with its steps. A failure shows the decision and every step.
     *
     * @param actual the decision with its steps
     * @return assertions
     */
    public static DecisionAssert assertThat(Explanation actual) {
        return new DecisionAssert(actual.decision(), Evidence.of(actual));
    }
}
