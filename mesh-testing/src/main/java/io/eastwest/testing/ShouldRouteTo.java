package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.envoy.SubsetKey;
import java.util.Optional;
import java.util.function.Predicate;

/** Says that answered calls were sent to another service, host or subset. */
final class ShouldRouteTo {
    private ShouldRouteTo() {}

    static Optional<Failure> shouldRouteToService(Decision decision, String name, String namespace) {
        String prefix = name + "." + namespace + ".svc.";
        return each(
                decision,
                key -> key.host().startsWith(prefix),
                "to go to service \"" + name + "\" of namespace \"" + namespace + "\" alone");
    }

    static Optional<Failure> shouldRouteToHost(Decision decision, String host) {
        return each(decision, key -> key.host().equals(host), "to go to host \"" + host + "\" alone");
    }

    static Optional<Failure> shouldRouteToSubset(Decision decision, String subset) {
        return each(
                decision,
                key -> !key.host().isEmpty() && key.subset().equals(subset),
                subset.isEmpty() ? "to go to no subset" : "to go to subset \"" + subset + "\" alone");
    }

    private static Optional<Failure> each(Decision decision, Predicate<SubsetKey> isExpected, String expected) {
        boolean met = !decision.endpoints().isEmpty()
                && decision.endpoints().stream()
                        .map(target -> SubsetKey.parse(target.routedTo()))
                        .allMatch(isExpected);
        return met ? Optional.empty() : Optional.of(new Failure(expected, Found.routes(decision)));
    }
}
