package io.eastwest.routing.balancing;

import java.util.Map;

/** The hosts of one priority, arranged by hashes; never empty. */
interface HashTable {
    /**
     * {@return the host of a hash}
     *
     * @param hash unsigned
     * @param attempt 0 for the first candidate, then 1, 2, ...
     */
    ClusterHost pick(long hash, int attempt);

    /**
     * {@return the share of each host in the traffic to the cluster when each request has a random hash; they add up to load / 100}
     *
     * @param before load of the better priorities in percent
     * @param load load of this priority in percent
     * @param walk how a retry walks on
     */
    Map<ClusterHost, Share> shares(int before, int load, RetryWalk walk);
}
