package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A call to applications that answer a share of requests with errors: what becomes of it, and how often it is tried where.
 * Immutable.
 *
 * @param decision what becomes of the call; endpoints are those that answer without an error, and the refused outcomes have the calls
 *     whose last try is answered with one
 * @param tries endpoints that tries get to, with the expected number of tries of a call instead of its share; each tries as often
 *     as its application is asked, whatever it answers
 * @param passes waypoints and east-west gateways on the ways, {@code <cluster>/<namespace>/<pod>}, with the expected number of times
 *     that a call gets there; what such a proxy repeats itself got to it once
 * @param failed share of calls whose last try is answered with an error
 */
public record CallTries(Decision decision, List<EndpointTarget> tries, SortedMap<String, Share> passes, Share failed) {
    /**
     * Copies list and map.
     *
     * @param decision what becomes of the call
     * @param tries endpoints that tries get to
     * @param passes proxies on the ways
     * @param failed share of calls that end with an error
     */
    public CallTries {
        tries = List.copyOf(tries);
        passes = Collections.unmodifiableSortedMap(new TreeMap<>(passes));
    }
}
