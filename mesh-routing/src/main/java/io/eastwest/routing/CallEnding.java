package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;

/**
 * A share of a call that no endpoint answers.
 *
 * @param outcome how it ends
 * @param result how the last proxy that sent it on sees that
 */
record CallEnding(Outcome outcome, TryResult result) {
    CallEnding withShare(Share share) {
        return new CallEnding(Outcome.builder().from(outcome).share(share).build(), result);
    }
}
