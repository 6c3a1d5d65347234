package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.ClientResponse;
import io.eastwest.routing.proxy.Outcome;
import java.util.Optional;

/** Says that calls are not redirected, or to another location. */
final class ShouldBeRedirected {
    private ShouldBeRedirected() {}

    static Optional<Failure> shouldBeRedirected(Decision decision, String location) {
        String expected = "to be redirected to \"" + location + "\" each time";
        if (!decision.share(Outcome.Kind.REDIRECTED).equals(Share.ONE)) {
            return Optional.of(new Failure(expected, Found.outcomes(decision)));
        }
        Optional<String> actual = decision.firstLeg().response().flatMap(ClientResponse::location);
        return actual.filter(location::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Failure(
                        expected,
                        actual.map(other -> "the location is \"" + other + "\"").orElse("the answer has no location")));
    }
}
