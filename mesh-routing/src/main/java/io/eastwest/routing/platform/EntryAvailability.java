package io.eastwest.routing.platform;

import io.eastwest.routing.balancing.Share;
import java.util.List;

/**
 * How often a chain of applications answers, when each instance of application j (one per cluster) is up with probability
 * p<sub>j</sub>, independent of all others, and every failover is perfect. Exact.
 *
 * @param clusters number of clusters, 1 or more
 * @param apps probability of each application in the chain, 0 to 1
 */
public record EntryAvailability(int clusters, List<Share> apps) {
    /**
     * Copies the list and checks the numbers.
     *
     * @param clusters number of clusters
     * @param apps probability of each application
     * @throws IllegalArgumentException if a number is out of range
     */
    public EntryAvailability {
        if (clusters < 1 || apps.stream().anyMatch(share -> share.compareTo(Share.ONE) > 0)) {
            throw new IllegalArgumentException(
                    "availability needs 1 cluster or more and probabilities of at most 1, not " + clusters + " and "
                            + apps);
        }
        apps = List.copyOf(apps);
    }

    /** {@return the probability that some cluster has all applications: 1 - (1 - p<sub>1</sub> p<sub>2</sub> ...)<sup>n</sup>} */
    public Share platform() {
        Share all = Share.ONE;
        for (Share app : apps) {
            all = all.times(app);
        }
        return anyOf(all);
    }

    /** {@return the probability that each application runs in some cluster: the product of 1 - (1 - p<sub>j</sub>)<sup>n</sup>} */
    public Share mesh() {
        Share all = Share.ONE;
        for (Share app : apps) {
            all = all.times(anyOf(app));
        }
        return all;
    }

    private Share anyOf(Share one) {
        Share none = Share.ONE;
        for (int i = 0; i < clusters; i++) {
            none = none.times(Share.ONE.minus(one));
        }
        return Share.ONE.minus(none);
    }
}
