package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.proxy.Outcome;
import java.util.Optional;

/** Says that calls are answered, or refused in another way. */
final class ShouldBeRefused {
    private ShouldBeRefused() {}

    static Optional<Failure> shouldBeRefused(Decision decision) {
        return decision.isRefused()
                ? Optional.empty()
                : Optional.of(new Failure("to be refused each time", Found.outcomes(decision)));
    }

    static Optional<Failure> shouldBeRefusedWith(Decision decision, int status, String flags) {
        boolean met = decision.isRefused()
                && decision.outcomes().stream().allMatch(outcome -> isWith(outcome, status, flags));
        return met
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to be refused with status " + status + " and flags \"" + flags + "\" each time",
                        Found.outcomes(decision)));
    }

    static Optional<Failure> shouldBeClosedWith(Decision decision, String flags) {
        boolean met = decision.isRefused()
                && decision.outcomes().stream()
                        .allMatch(outcome -> outcome.closed() && outcome.flags().equals(flags));
        return met
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to be closed without an answer and with flags \"" + flags + "\" each time",
                        Found.outcomes(decision)));
    }

    private static boolean isWith(Outcome outcome, int status, String flags) {
        return outcome.status().orElse(-1) == status && outcome.flags().equals(flags);
    }
}
