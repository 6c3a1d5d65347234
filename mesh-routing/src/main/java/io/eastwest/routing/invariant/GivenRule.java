package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something that the caller of this library thought of.
 *
 * @param text what must be true
 * @param rule whether it is
 */
record GivenRule(String text, Predicate<Decision> rule) implements DecisionRule {
    @Override
    public Optional<String> breach(Call call, Decision decision, MeshPlaces places) {
        return rule.test(decision) ? Optional.empty() : Optional.of("not so for this decision");
    }
}
