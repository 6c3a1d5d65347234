package io.eastwest.routing.security;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule: one of the alternatives about the caller and one of those about the operation must hold, each with all its conditions.
 *
 * @param name name as istiod gives it
 * @param origin the rule
 * @param callers alternatives about the caller; none: the rule never matches
 * @param operations alternatives about the operation; none: the rule never matches
 */
record CompiledRule(
        String name, Origin origin, List<List<FieldCondition>> callers, List<List<FieldCondition>> operations)
        implements RbacPolicy {
    CompiledRule {
        callers = callers.stream().map(List::copyOf).toList();
        operations = operations.stream().map(List::copyOf).toList();
    }

    /** {@return what a policy without rules becomes} */
    static CompiledRule never(String name, Origin origin) {
        return new CompiledRule(name, origin, List.of(), List.of());
    }

    /** {@return the same with a suffix to its name} */
    CompiledRule withSuffix(String suffix) {
        return new CompiledRule(name + suffix, origin, callers, operations);
    }

    @Override
    public boolean matches(RbacInput input) {
        return anyHolds(callers, input) && anyHolds(operations, input);
    }

    @Override
    public Optional<String> mismatch(RbacInput input) {
        if (callers.isEmpty()) {
            return Optional.of("the policy has no rules");
        }
        if (!anyHolds(callers, input)) {
            return Optional.of(mismatch(callers, input));
        }
        return anyHolds(operations, input) ? Optional.empty() : Optional.of(mismatch(operations, input));
    }

    @Override
    public List<String> missing(RbacInput input) {
        if (callers.isEmpty()) {
            return List.of("the policy has no rules");
        }
        return Stream.concat(fewest(callers, input).stream(), fewest(operations, input).stream())
                .distinct()
                .toList();
    }

    private static List<String> fewest(List<List<FieldCondition>> alternatives, RbacInput input) {
        return alternatives.stream()
                .map(conditions -> conditions.stream()
                        .filter(condition -> !condition.matches(input))
                        .map(condition -> condition.mismatch(input))
                        .toList())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static boolean anyHolds(List<List<FieldCondition>> alternatives, RbacInput input) {
        return alternatives.stream()
                .anyMatch(conditions -> conditions.stream().allMatch(condition -> condition.matches(input)));
    }

    private static String mismatch(List<List<FieldCondition>> alternatives, RbacInput input) {
        return alternatives.stream()
                .flatMap(conditions ->
                        conditions.stream().filter(condition -> !condition.matches(input)).findFirst().stream())
                .map(condition -> condition.mismatch(input))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
