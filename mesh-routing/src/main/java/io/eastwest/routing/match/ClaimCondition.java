package io.eastwest.routing.match;

import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A condition on a claim of the verified token: a string, or one string of a list. Without token the claim is absent.
 *
 * @param path names from the outermost object inwards
 * @param test condition on a string
 * @param invert whether the condition must not hold
 */
record ClaimCondition(List<String> path, ValueTest test, boolean invert) implements RouteCondition {
    static ClaimCondition of(ClaimMatch match) {
        return new ClaimCondition(match.path(), ValueTest.of(match.value()), match.invert());
    }

    private Optional<Object> claim(RouteInput input) {
        Optional<Object> value = input.claims().map(claims -> claims);
        for (String name : path) {
            value = value.flatMap(object ->
                    object instanceof Map<?, ?> map ? Optional.<Object>ofNullable(map.get(name)) : Optional.empty());
        }
        return value;
    }

    private boolean passes(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(element -> element instanceof String text && test.passes(text));
        }
        return value instanceof String text && test.passes(text);
    }

    @Override
    public boolean holds(RouteInput input) {
        return claim(input).filter(this::passes).isPresent() != invert;
    }

    @Override
    public Mismatch failure(RouteInput input) {
        String actual = claim(input).map(value -> '"' + value.toString() + '"').orElse("absent");
        return new Mismatch("claim " + String.join(".", path), (invert ? "not " : "") + test.description(), actual);
    }
}
