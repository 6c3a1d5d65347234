package io.eastwest.routing.balancing;

import java.util.OptionalInt;

/**
 * What a retry does differently from the first attempt.
 *
 * @param avoidsTriedHosts whether hosts that were tried are rejected ({@code previous_hosts})
 * @param moreCandidates how many more candidates are drawn after a rejected one, 0 or more; Istio sends 5
 * @param leavesPrioritiesEvery after every how many attempts the priorities tried so far are left ({@code previous_priorities}), 1
 *     or more; Istio sends 2 for {@code retryRemoteLocalities}. Empty: priorities stay as they are. Consistent hashes ignore it
 */
public record RetryRule(boolean avoidsTriedHosts, int moreCandidates, OptionalInt leavesPrioritiesEvery) {
    private static final int ISTIO_CANDIDATES = 5;
    private static final int ISTIO_FREQUENCY = 2;

    /**
     * Checks the ranges.
     *
     * @param avoidsTriedHosts whether hosts that were tried are rejected ({@code previous_hosts})
     * @param moreCandidates how many more candidates are drawn after a rejected one
     * @param leavesPrioritiesEvery after every how many attempts the priorities tried so far are left ({@code previous_priorities})
     * @throws IllegalArgumentException if a value is out of range
     */
    public RetryRule {
        if (moreCandidates < 0 || leavesPrioritiesEvery.orElse(1) < 1) {
            throw new IllegalArgumentException("candidates must be 0 or more and the frequency 1 or more but were "
                    + moreCandidates + " and " + leavesPrioritiesEvery);
        }
    }

    /**
     * {@return the rule that Istio sends}
     *
     * @param avoidsTriedHosts false for a route with one destination that has a consistent hash, or as
     *     {@code retryIgnorePreviousHosts} says
     * @param retryRemoteLocalities as the VirtualService says, false by default
     */
    public static RetryRule ofIstio(boolean avoidsTriedHosts, boolean retryRemoteLocalities) {
        return new RetryRule(
                avoidsTriedHosts,
                ISTIO_CANDIDATES,
                retryRemoteLocalities ? OptionalInt.of(ISTIO_FREQUENCY) : OptionalInt.empty());
    }

    /** {@return how many candidates one attempt may look at} */
    int candidates() {
        return avoidsTriedHosts ? moreCandidates + 1 : 1;
    }
}
