package io.eastwest.routing.balancing;

import java.util.List;
import java.util.SortedSet;

/**
 * Shares of a retry whose candidates are drawn independently of each other until one was not tried before.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/common/load_balancer_impl.cc:ZoneAwareLoadBalancerBase.chooseHost.
 */
final class RetryDraws {
    private RetryDraws() {}

    /**
     * {@return the distribution of the retry}
     *
     * @param draw distribution of one candidate
     * @param tried addresses that are rejected
     * @param candidates most candidates, 1 or more; the last is taken whatever it is
     */
    static Distribution of(Distribution draw, SortedSet<String> tried, int candidates) {
        Share rejected = Share.sum(draw.shares().stream()
                .filter(share -> tried.contains(share.address()))
                .map(EndpointShare::share)
                .toList());
        Share everRejected = Share.ONE;
        Share draws = Share.ZERO;
        for (int i = 1; i < candidates; i++) {
            draws = draws.plus(everRejected);
            everRejected = everRejected.times(rejected);
        }
        // A tried host is taken only by the last draw, any other host by each draw that happens.
        Share last = everRejected;
        Share all = draws.plus(everRejected);
        List<EndpointShare> shares = draw.shares().stream()
                .map(share -> new EndpointShare(
                        share.address(),
                        share.placement(),
                        share.share().times(tried.contains(share.address()) ? last : all)))
                .toList();
        return draw.withShares(shares);
    }
}
