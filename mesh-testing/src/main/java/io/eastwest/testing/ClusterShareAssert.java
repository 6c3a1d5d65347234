package io.eastwest.testing;

import io.eastwest.routing.balancing.Share;

/** Assertions on the calls that one cluster answers; reached by {@link DecisionAssert#inCluster(String)}. */
public final class ClusterShareAssert {
    private final DecisionAssert decision;
    private final String cluster;

    ClusterShareAssert(DecisionAssert decision, String cluster) {
        this.decision = decision;
        this.cluster = cluster;
    }

    /**
     * Asserts the exact share of all calls that the cluster answers.
     *
     * @param numerator 0 or more
     * @param denominator 1 or more; {@code withShare(2, 4)} is {@code withShare(1, 2)}
     * @return assertions on the whole decision
     * @throws AssertionError if the share is another one
     */
    public DecisionAssert withShare(long numerator, long denominator) {
        return decision.verify(
                each -> ShouldHaveShare.shouldHaveShareOfCluster(each, cluster, Share.of(numerator, denominator)));
    }

    /** {@return assertions on the whole decision} */
    public DecisionAssert and() {
        return decision;
    }
}
