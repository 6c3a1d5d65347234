package io.eastwest.testing;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.writer.FileTree;
import io.eastwest.model.writer.FileTreeSource;
import io.eastwest.routing.Decision;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.PolicyAnswer;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.Reachability;
import io.eastwest.routing.question.WhoMayCall;

/**
 * Entry points of the assertions for what a mesh does; import them statically, beside those of AssertJ.
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

    /**
     * Starts assertions on the policy that a proxy has in effect.
     *
     * @param actual the policy
     * @return assertions
     */
    public static PolicyAssert assertThat(PolicyAnswer actual) {
        return new PolicyAssert(actual);
    }

    /**
     * Starts assertions on who may call a service.
     *
     * @param actual the table
     * @return assertions
     */
    public static AccessAssert assertThat(WhoMayCall actual) {
        return new AccessAssert(actual);
    }

    /**
     * Starts assertions on what failures do to calls.
     *
     * @param actual the matrix
     * @return assertions
     */
    public static MatrixAssert assertThat(FailureMatrix actual) {
        return new MatrixAssert(actual);
    }

    /**
     * Starts assertions on who reaches whom.
     *
     * @param actual the table
     * @return assertions
     */
    public static ReachabilityAssert assertThat(Reachability actual) {
        return new ReachabilityAssert(actual);
    }

    /**
     * Starts assertions on the files of a mesh, such as what a renderer or an installation plan gives.
     *
     * @param actual what can be written as files; of a folder, {@link FileTree#read(java.nio.file.Path)}
     * @return assertions
     */
    public static TreeAssert assertThat(FileTreeSource actual) {
        return new TreeAssert(requireNonNull(actual, "actual").toFiles());
    }
}
