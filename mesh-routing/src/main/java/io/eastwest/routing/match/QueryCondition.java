package io.eastwest.routing.match;

import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.trace.Mismatch;

/**
 * A condition on the first value of a query parameter; an absent parameter never fulfils it.
 *
 * @param name raw name
 * @param test condition on the raw value
 */
record QueryCondition(String name, ValueTest test) implements RouteCondition {
    static QueryCondition of(QueryMatch match) {
        return new QueryCondition(match.name(), ValueTest.of(match.value()));
    }

    @Override
    public boolean holds(RouteInput input) {
        return input.firstQueryValue(name).filter(test::passes).isPresent();
    }

    @Override
    public Mismatch failure(RouteInput input) {
        String actual =
                input.firstQueryValue(name).map(value -> '"' + value + '"').orElse("absent");
        return new Mismatch("query parameter " + name, test.description(), actual);
    }
}
