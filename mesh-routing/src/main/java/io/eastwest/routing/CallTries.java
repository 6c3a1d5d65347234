package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import java.util.List;

/**
 * A call to applications that answer a share of requests with errors: what becomes of it, and how often it is tried where.
 * Immutable.
 *
 * @param decision what becomes of the call; endpoints are those that answer without an error, and the refused outcomes have the calls
 *     whose last try is answered with one
 * @param tries endpoints that tries get to, with the expected number of tries of a call instead of its share; each tries as often
 *     as its application is asked, whatever it answers
 * @param failed share of calls whose last try is answered with an error
 */
public record CallTries(Decision decision, List<EndpointTarget> tries, Share failed) {
    /**
     * Copies the list.
     *
     * @param decision what becomes of the call
     * @param tries endpoints that tries get to
     * @param failed share of calls that end with an error
     */
    public CallTries {
        tries = List.copyOf(tries);
    }
}
