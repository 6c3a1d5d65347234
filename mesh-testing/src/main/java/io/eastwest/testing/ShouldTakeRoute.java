package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.envoy.ProxyRoute;
import java.util.Optional;

/** Says that the caller's proxy takes another route. */
final class ShouldTakeRoute {
    private ShouldTakeRoute() {}

    static Optional<Failure> shouldTakeRoute(Decision decision, String name) {
        Optional<String> actual = decision.firstLeg().route().map(ProxyRoute::name);
        return actual.filter(name::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to take route \"" + name + "\"",
                        actual.map(other -> "it takes route \"" + other + "\"").orElse("it takes no route")));
    }
}
