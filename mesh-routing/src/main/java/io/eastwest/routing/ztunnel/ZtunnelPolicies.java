package io.eastwest.routing.ztunnel;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.security.L4Policy;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Policies of a workload: any DENY that matches refuses; where there are ALLOW policies one of them has to match. Mirrors
 * ztunnel 1.30.3 {@code src/state.rs:assert_rbac}.
 */
final class ZtunnelPolicies {
    private final List<L4Policy> policies;
    private final TraceSink trace;

    ZtunnelPolicies(List<L4Policy> policies, TraceSink trace) {
        this.policies = policies;
        this.trace = trace;
    }

    /** {@return why the connection is refused; empty: it passes} */
    Optional<String> refusal(RbacInput input) {
        for (L4Policy policy : policies) {
            if (policy.denies() && matches(policy, input)) {
                return Optional.of("explicitly denied by: " + policy.name() + rule(policy, input));
            }
        }
        List<L4Policy> allowing =
                policies.stream().filter(policy -> !policy.denies()).toList();
        if (allowing.isEmpty() || allowing.stream().anyMatch(policy -> matches(policy, input))) {
            return Optional.empty();
        }
        traceNearest(allowing, input);
        String names = allowing.stream().map(L4Policy::name).distinct().collect(Collectors.joining(", "));
        return Optional.of("allow policies exist, but none allowed: " + names);
    }

    private void traceNearest(List<L4Policy> allowing, RbacInput input) {
        if (trace.isRecording()) {
            allowing.stream()
                    .flatMap(policy -> policy.nearest(input).stream())
                    .min(Comparator.comparingInt(nearest -> nearest.missing().size()))
                    .ifPresent(nearest -> trace.step(Answers.step(
                                    TraceStep.Stage.FILTER,
                                    false,
                                    "nearest ALLOW rule " + nearest.origin().resource() + " "
                                            + nearest.origin().path(),
                                    Optional.of(nearest.origin()))
                            .why("lacks")
                            .mismatches(nearest.missing())
                            .build()));
        }
    }

    private static String rule(L4Policy policy, RbacInput input) {
        return policy.match(input)
                .filter(origin -> origin.path().startsWith("spec.rules"))
                .map(origin -> " " + origin.path())
                .orElse("");
    }

    private boolean matches(L4Policy policy, RbacInput input) {
        Optional<Origin> match = policy.match(input);
        if (trace.isRecording()) {
            trace.step(Answers.step(
                            TraceStep.Stage.FILTER,
                            match.isPresent(),
                            policy.toString(),
                            match.or(() -> Optional.of(policy.origin())))
                    .why(match.isPresent() ? "all fields match" : "")
                    .mismatches(match.isPresent() ? List.of() : policy.mismatches(input))
                    .build());
        }
        return match.isPresent();
    }
}
