package io.eastwest.routing.capacity;

import io.eastwest.routing.CallTries;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.ErrorAnswer;
import io.eastwest.routing.Hop;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A call, where its tries get, and how many of them are answered with an error.
 *
 * @param tries the call and its tries
 * @param errors the errors that were assumed of it, by pod
 */
record TriedCall(CallTries tries, Map<String, ErrorAnswer> errors) {
    /** A call of which no errors are assumed: it is tried where it is answered. */
    static TriedCall withoutErrors(Decision decision) {
        SortedMap<String, Share> passes = new TreeMap<>();
        for (EndpointTarget target : decision.endpoints()) {
            for (Hop hop : target.hops()) {
                if (hop.kind() == Hop.Kind.EAST_WEST_GATEWAY || hop.kind() == Hop.Kind.WAYPOINT) {
                    passes.merge(hop.proxy(), target.share(), Share::plus);
                }
            }
        }
        return new TriedCall(new CallTries(decision, decision.endpoints(), passes, Share.ZERO), Collections.emptyMap());
    }

    /** {@return the share of tries at an endpoint that are answered with an error} */
    Share failing(EndpointTarget target) {
        ErrorAnswer error = errors.get(target.owner());
        return error == null ? Share.ZERO : error.share();
    }

    /** {@return whether a try that no endpoint answers is repeated} */
    boolean isRetriedUnanswered() {
        Decision decision = tries.decision();
        return decision.isRetried()
                && decision.firstTry().outcomes().stream()
                        .anyMatch(
                                outcome -> outcome.kind() == Outcome.Kind.REFUSED && outcome.reason() != Reason.OTHER);
    }
}
