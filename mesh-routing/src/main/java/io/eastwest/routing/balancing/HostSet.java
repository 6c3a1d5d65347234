package io.eastwest.routing.balancing;

import java.util.List;

/**
 * The hosts of one priority.
 *
 * @param priority 0 is the best
 * @param hosts all of them, in the order of the assignment
 * @param localities the same hosts by locality, in the order of the localities' names; only localities that have hosts
 */
record HostSet(int priority, HostGroup hosts, List<LocalityHosts> localities) {}
