package io.eastwest.routing.match;

import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.trace.Mismatch;
import java.util.Locale;
import java.util.Optional;

/**
 * A condition on a header. An absent header fails whatever is inverted, unless it counts as empty or only presence is asked.
 *
 * @param name name in lower case; {@code host} is the authority
 * @param presence whether only presence is asked
 * @param test condition on the joined values
 * @param invert whether the condition must not hold
 * @param missingIsEmpty whether an absent header counts as empty
 */
record HeaderCondition(String name, boolean presence, ValueTest test, boolean invert, boolean missingIsEmpty)
        implements RouteCondition {
    static HeaderCondition of(HeaderMatch match) {
        String name = match.name().toLowerCase(Locale.ROOT);
        return new HeaderCondition(
                name.equals("host") ? ":authority" : name,
                match.value() instanceof ValueMatch.Present,
                ValueTest.of(match.value()),
                match.invert(),
                match.treatMissingAsEmpty());
    }

    /** {@return the only method that fulfils this condition; empty when it is about something else} */
    static Optional<String> exactMethod(HeaderMatch match) {
        return match.name().equalsIgnoreCase(":method")
                        && !match.invert()
                        && match.value() instanceof ValueMatch.Exact exact
                ? Optional.of(exact.value())
                : Optional.empty();
    }

    @Override
    public boolean holds(RouteInput input) {
        Optional<String> value = input.header(name);
        if (presence) {
            return value.isPresent() != invert;
        }
        if (value.isEmpty() && !missingIsEmpty) {
            return false;
        }
        return test.passes(value.orElse("")) != invert;
    }

    @Override
    public Mismatch failure(RouteInput input) {
        String actual = input.header(name).map(value -> '"' + value + '"').orElse("absent");
        return new Mismatch("header " + name, (invert ? "not " : "") + test.description(), actual);
    }
}
