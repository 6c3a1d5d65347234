package io.eastwest.routing.balancing;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is happening at the hosts of a cluster, as one proxy sees it. Addresses that the assignment does not have are ignored.
 *
 * @param ejected addresses that outlier detection has ejected
 * @param activeRequests requests in flight by address, 0 or more; a host that is not named has none
 * @param ages time since a host joined, by address; a host that is not named joined long ago. Read for slow start only
 */
public record UpstreamState(
        SortedSet<String> ejected, SortedMap<String, Long> activeRequests, SortedMap<String, Duration> ages) {
    private static final UpstreamState IDLE = new UpstreamState(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());

    /**
     * Copies the collections.
     *
     * @param ejected addresses that outlier detection has ejected
     * @param activeRequests requests in flight by address
     * @param ages time since a host joined
     * @throws IllegalArgumentException if a number of requests or an age is negative
     */
    public UpstreamState {
        ejected = Collections.unmodifiableSortedSet(new TreeSet<>(ejected));
        activeRequests = Collections.unmodifiableSortedMap(new TreeMap<>(activeRequests));
        ages = Collections.unmodifiableSortedMap(new TreeMap<>(ages));
        activeRequests.forEach((address, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "active requests of " + address + " must be 0 or more but were " + count);
            }
        });
        ages.forEach((address, age) -> {
            if (age.isNegative()) {
                throw new IllegalArgumentException("age of " + address + " must be 0 or more but was " + age);
            }
        });
    }

    /** {@return nothing is ejected, nothing in flight, every host joined long ago} */
    public static UpstreamState idle() {
        return IDLE;
    }

    /**
     * {@return this state with other ejected addresses}
     *
     * @param addresses all ejected addresses
     */
    public UpstreamState withEjected(Collection<String> addresses) {
        return new UpstreamState(new TreeSet<>(addresses), activeRequests, ages);
    }

    /**
     * {@return this state with other requests in flight}
     *
     * @param requests requests by address
     */
    public UpstreamState withActiveRequests(Map<String, Long> requests) {
        return new UpstreamState(ejected, new TreeMap<>(requests), ages);
    }

    /**
     * {@return this state with other ages}
     *
     * @param byAddress time since the host joined
     */
    public UpstreamState withAges(Map<String, Duration> byAddress) {
        return new UpstreamState(ejected, activeRequests, new TreeMap<>(byAddress));
    }
}
