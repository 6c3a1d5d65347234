package io.eastwest.testing;

import io.eastwest.routing.Decision;
import java.util.Optional;

/** Says what is not modelled or may surprise. */
final class ShouldHaveNoFindings {
    private ShouldHaveNoFindings() {}

    static Optional<Failure> shouldHaveNoFindings(Decision decision) {
        return decision.findings().isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to be decided without findings",
                        "there are:" + Found.lines(decision.findings(), finding -> finding)));
    }
}
