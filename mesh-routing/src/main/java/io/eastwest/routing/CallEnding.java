package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;

/**
 * A share of a call that no endpoint answers, or only with an error that was assumed.
 *
 * @param outcome how it ends
 * @param result how the last proxy that sent it on sees that
 * @param assumed whether it is the error of an application, see {@link ErrorAnswer}
 */
record CallEnding(Outcome outcome, TryResult result, boolean assumed) {
    CallEnding(Outcome outcome, TryResult result) {
        this(outcome, result, false);
    }

    CallEnding withShare(Share share) {
        return withOutcome(Outcome.builder().from(outcome).share(share).build());
    }

    CallEnding withOutcome(Outcome other) {
        return new CallEnding(other, result, assumed);
    }

    CallEnding withResult(TryResult other) {
        return new CallEnding(outcome, other, assumed);
    }
}
