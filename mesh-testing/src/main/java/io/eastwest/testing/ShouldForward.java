package io.eastwest.testing;

import io.eastwest.routing.Decision;
import java.util.Optional;

/** Says that some calls are not answered by an endpoint. */
final class ShouldForward {
    private ShouldForward() {}

    static Optional<Failure> shouldForward(Decision decision) {
        return decision.isForwarded()
                ? Optional.empty()
                : Optional.of(new Failure("to be answered by endpoints each time", Found.outcomes(decision)));
    }
}
