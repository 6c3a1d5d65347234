package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.envoy.ProxyRoute;
import java.util.List;
import java.util.Optional;

/**
 * Whether a rule can ever take a call. Immutable.
 *
 * @param rule the rule
 * @param witness a call that the rule takes; empty: none was found
 * @param shadowedBy rules before it that take all calls whose conditions it meets, in their order; empty: it takes calls, or
 *     no call meets its conditions
 */
public record RuleStanding(ProxyRoute rule, Optional<Call> witness, List<ProxyRoute> shadowedBy) {
    /**
     * Copies the list.
     *
     * @param rule the rule
     * @param witness a call that the rule takes
     * @param shadowedBy rules before it
     */
    public RuleStanding {
        shadowedBy = List.copyOf(shadowedBy);
    }

    /** {@return name and origin of a rule, for people} */
    static String name(ProxyRoute rule) {
        return (rule.name().isEmpty() ? "rule" : rule.name())
                + rule.origin()
                        .map(origin ->
                                " of " + origin.resource() + (origin.path().isEmpty() ? "" : " " + origin.path()))
                        .orElse("");
    }

    /** {@return the standing for people, one line} */
    public String toText() {
        if (witness.isPresent()) {
            return "reached     " + name(rule) + ": " + witness.get();
        }
        return shadowedBy.isEmpty()
                ? "never       " + name(rule) + ": no call meets its conditions"
                : "shadowed    " + name(rule) + ": by "
                        + String.join(
                                ", ",
                                shadowedBy.stream().map(RuleStanding::name).toList());
    }

    @Override
    public String toString() {
        return toText();
    }
}
