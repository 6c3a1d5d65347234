package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An RBAC filter: DENY refuses what a policy matches, ALLOW refuses what no policy matches, LOG refuses nothing. Dry-run policies
 * only leave a trace.
 */
final class RbacDecision {
    private final Trace trace;
    private final Consumer<String> findings;

    RbacDecision(Trace trace, Consumer<String> findings) {
        this.trace = trace;
        this.findings = findings;
    }

    /** {@return the details of a refusal, in the words of Envoy; empty: the call passes} */
    Optional<String> refusal(RbacFilter filter, RbacInput input) {
        filter.dryRun().forEach(policy -> matches(policy, input, "dry run of "));
        Optional<RbacPolicy> match = filter.policies().stream()
                .filter(policy -> matches(policy, input, filter.action() + " "))
                .findFirst();
        return switch (filter.action()) {
            case ALLOW -> match.isPresent() ? Optional.empty() : Optional.of(details("none"));
            case DENY -> match.map(policy -> details(policy.name()));
            case LOG -> Optional.empty();
            case CUSTOM -> {
                match.ifPresent(policy -> findings.accept(
                        policy.name() + ": an external authorizer decides, which is not modelled; taken as allowed"));
                yield Optional.empty();
            }
        };
    }

    private boolean matches(RbacPolicy policy, RbacInput input, String prefix) {
        boolean matches = policy.matches(input);
        String candidate = prefix + policy.name();
        if (matches) {
            trace.taken(TraceStep.Stage.FILTER, candidate, Optional.of(policy.origin()), () -> "all fields match");
        } else {
            trace.left(
                    TraceStep.Stage.FILTER,
                    candidate,
                    Optional.of(policy.origin()),
                    () -> policy.mismatch(input).orElse("does not match"));
        }
        return matches;
    }

    private static String details(String policy) {
        return "rbac_access_denied_matched_policy[" + policy + "]";
    }

    /** {@return the first refusal of filters in order; empty: the call passes all} */
    Optional<String> refusal(List<RbacFilter> filters, RbacInput input) {
        return filters.stream()
                .flatMap(filter -> refusal(filter, input).stream())
                .findFirst();
    }
}
