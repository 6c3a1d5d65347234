package io.eastwest.routing.gatewayapi;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rules of a route for one sort of parent.
 *
 * @param rules rules in order; empty after a problem that makes the route unusable
 * @param problem the last problem; empty: none
 * @param <T> kind of rules
 */
record Converted<T>(List<T> rules, Optional<Problem> problem) {
    static <T> Converted<T> none() {
        return new Converted<>(List.of(), Optional.empty());
    }

    /** {@return what a conversion gives; nothing when it finds the route unusable} */
    static <T> Converted<T> of(Supplier<Converted<T>> conversion) {
        try {
            return conversion.get();
        } catch (UnusableRouteException e) {
            return new Converted<>(List.of(), Optional.of(e.problem()));
        }
    }
}
