package io.eastwest.routing.security;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.trace.Mismatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final List<Mismatch> NO_RULES = List.of(new Mismatch("the policy has no rules", "", ""));

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
    public List<PolicyTest> tests(RbacInput input) {
        List<PolicyTest> made = new ArrayList<>();
        if (test(callers, input, made)) {
            test(operations, input, made);
        }
        return made;
    }

    private static boolean test(List<List<FieldCondition>> alternatives, RbacInput input, List<PolicyTest> made) {
        for (List<FieldCondition> conditions : alternatives) {
            boolean all = true;
            for (int i = 0; i < conditions.size() && all; i++) {
                PolicyTest test = conditions.get(i).test(input);
                made.add(test);
                all = test.holds();
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Mismatch> mismatches(RbacInput input) {
        if (callers.isEmpty()) {
            return NO_RULES;
        }
        if (!anyHolds(callers, input)) {
            return first(callers, input);
        }
        return anyHolds(operations, input) ? List.of() : first(operations, input);
    }

    @Override
    public List<Mismatch> missing(RbacInput input) {
        if (callers.isEmpty()) {
            return NO_RULES;
        }
        return Stream.concat(fewest(callers, input).stream(), fewest(operations, input).stream())
                .distinct()
                .toList();
    }

    private static List<Mismatch> fewest(List<List<FieldCondition>> alternatives, RbacInput input) {
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

    private static List<Mismatch> first(List<List<FieldCondition>> alternatives, RbacInput input) {
        return alternatives.stream()
                .flatMap(conditions ->
                        conditions.stream().filter(condition -> !condition.matches(input)).findFirst().stream())
                .map(condition -> condition.mismatch(input))
                .distinct()
                .toList();
    }
}
