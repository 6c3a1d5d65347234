package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import java.util.Optional;

/** Says that calls are not answered by the proxy itself, or with another status. */
final class ShouldBeAnsweredDirectly {
    private ShouldBeAnsweredDirectly() {}

    static Optional<Failure> shouldBeAnsweredDirectly(Decision decision, int status) {
        boolean met = decision.share(Outcome.Kind.DIRECT).equals(Share.ONE)
                && decision.outcomes().stream()
                        .allMatch(outcome -> outcome.status().orElse(-1) == status);
        return met
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to be answered by the proxy itself with status " + status + " each time",
                        Found.outcomes(decision)));
    }
}
