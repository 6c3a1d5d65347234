package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.trace.TraceStep;
import java.util.Comparator;
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
    private final ExternalAuthorizer authorizer;

    RbacDecision(Trace trace, Consumer<String> findings, ExternalAuthorizer authorizer) {
        this.trace = trace;
        this.findings = findings;
        this.authorizer = authorizer;
    }

    /** {@return why the filter refuses; empty: the call passes} */
    Optional<Refusal> refusal(RbacFilter filter, RbacInput input) {
        filter.dryRun().forEach(policy -> matches(policy, input, "dry run of "));
        Optional<RbacPolicy> match = filter.policies().stream()
                .filter(policy -> matches(policy, input, filter.action() + " "))
                .findFirst();
        return switch (filter.action()) {
            case ALLOW -> {
                if (match.isPresent()) {
                    yield Optional.empty();
                }
                traceNearest(filter.policies(), input);
                yield Optional.of(Refusal.byPolicy(details("none")));
            }
            case DENY -> match.map(policy -> Refusal.byPolicy(details(policy.name())));
            case LOG -> Optional.empty();
            case CUSTOM -> match.flatMap(policy -> asked(policy, input));
        };
    }

    private Optional<Refusal> asked(RbacPolicy policy, RbacInput input) {
        String provider = policy.provider().orElse("");
        trace.requestDecides();
        Optional<ExternalAuthorizer.Verdict> verdict =
                authorizer.ask(provider, RbacInput.builder().from(input).build());
        if (verdict.isEmpty()) {
            findings.accept(
                    policy.name() + ": an external authorizer decides, which is not modelled; taken as allowed");
            return Optional.empty();
        }
        boolean allowed = verdict.get().allowed();
        Optional<Origin> origin = Optional.of(policy.origin());
        if (allowed) {
            trace.taken(TraceStep.Stage.FILTER, "authorizer " + provider, origin, () -> "allows the call");
            return Optional.empty();
        }
        trace.left(TraceStep.Stage.FILTER, "authorizer " + provider, origin, () -> "refuses the call");
        return Optional.of(Refusal.byAuthorizer(provider, verdict.get()));
    }

    /** Of the rules that allow, the one that lacks the fewest fields; of several the first. */
    private void traceNearest(List<RbacPolicy> policies, RbacInput input) {
        if (trace.isRecording()) {
            policies.stream()
                    .min(Comparator.comparingInt(policy -> policy.missing(input).size()))
                    .ifPresent(nearest -> trace.failed(
                            TraceStep.Stage.FILTER,
                            "nearest ALLOW rule " + nearest.name(),
                            Optional.of(nearest.origin()),
                            "lacks",
                            () -> nearest.missing(input)));
        }
    }

    private boolean matches(RbacPolicy policy, RbacInput input, String prefix) {
        boolean matches = policy.matches(input);
        String candidate = prefix + policy.name();
        if (matches) {
            trace.taken(TraceStep.Stage.FILTER, candidate, Optional.of(policy.origin()), () -> "all fields match");
        } else {
            trace.failed(
                    TraceStep.Stage.FILTER,
                    candidate,
                    Optional.of(policy.origin()),
                    "",
                    () -> policy.mismatches(input));
        }
        return matches;
    }

    private static String details(String policy) {
        return "rbac_access_denied_matched_policy[" + policy + "]";
    }

    /** {@return the first refusal of filters in order; empty: the call passes all} */
    Optional<Refusal> refusal(List<RbacFilter> filters, RbacInput input) {
        return filters.stream()
                .flatMap(filter -> refusal(filter, input).stream())
                .findFirst();
    }
}
