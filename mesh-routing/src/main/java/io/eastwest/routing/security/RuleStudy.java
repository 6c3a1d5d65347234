package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which rules of AuthorizationPolicies have no effect beside others. Immutable and thread-safe. */
public final class RuleStudy {
    private final TrustDomainAliases aliases;

    private RuleStudy(ControlPlaneView view) {
        this.aliases = AcceptedTrustDomains.aliases(view);
    }

    /**
     * Prepares the study of the policies of a control plane.
     *
     * @param view what it knows
     * @return the study
     */
    public static RuleStudy of(ControlPlaneView view) {
        return new RuleStudy(view);
    }

    /**
     * A rule without effect.
     *
     * @param rule the rule
     * @param other the rule that takes all calls of it; empty: istiod drops the rule
     * @param denied whether that rule denies what this one allows; else both do the same
     */
    public record Covered(Origin rule, Optional<Origin> other, boolean denied) {}

    /**
     * {@return whether a policy is only tried}
     *
     * @param policy the policy
     */
    public static boolean isTried(AuthorizationPolicy policy) {
        return DryRun.isSet(policy);
    }

    private record Known(Origin origin, boolean denies, Optional<CompiledRule> rule) {}

    /**
     * The rules without effect on chains of one kind. That a rule takes all calls of another is told from their fields and values; a
     * rule that only several others together cover is not found.
     *
     * @param policies all policies that reach a proxy
     * @param tcp whether the chain forwards bytes
     * @return rules that allow what others deny, that others make superfluous, or that are dropped
     */
    public List<Covered> withoutEffect(List<Configured<AuthorizationPolicy>> policies, boolean tcp) {
        List<Known> rules = rules(policies, tcp);
        List<Covered> covered = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Known own = rules.get(i);
            if (own.rule().isEmpty()) {
                covered.add(new Covered(own.origin(), Optional.empty(), false));
            } else if (!own.rule().get().callers().isEmpty()) {
                int at = i;
                IntStream.range(0, rules.size())
                        .filter(other -> other != at && takesAll(rules, other, at))
                        .mapToObj(rules::get)
                        .max(Comparator.comparing(Known::denies))
                        .map(other ->
                                new Covered(own.origin(), Optional.of(other.origin()), other.denies() && !own.denies()))
                        .ifPresent(covered::add);
            }
        }
        return covered;
    }

    /** Of two rules that take the same calls the first stays. */
    private static boolean takesAll(List<Known> rules, int other, int own) {
        Known wide = rules.get(other);
        Known narrow = rules.get(own);
        if (wide.rule().isEmpty() || (!wide.denies() && narrow.denies())) {
            return false;
        }
        boolean takes = RuleCover.covers(wide.rule().get(), narrow.rule().get());
        boolean same = wide.denies() == narrow.denies()
                && RuleCover.covers(narrow.rule().get(), wide.rule().get());
        return takes && (!same || other < own);
    }

    private List<Known> rules(List<Configured<AuthorizationPolicy>> policies, boolean tcp) {
        List<Known> rules = new ArrayList<>();
        for (Configured<AuthorizationPolicy> policy : policies) {
            AuthorizationAction action = policy.resource().spec().actionOrDefault();
            boolean counts = action == AuthorizationAction.ALLOW || action == AuthorizationAction.DENY;
            if (!counts || DryRun.isSet(policy.resource())) {
                continue;
            }
            RuleCompiler compiler = new RuleCompiler(policy.namespace(), new RuleSetting(tcp, action, aliases));
            var written = policy.resource().spec().rules();
            for (int i = 0; i < written.size(); i++) {
                Origin origin = new Origin(policy.resource().key(), "spec.rules[" + i + "]");
                rules.add(new Known(
                        origin,
                        action == AuthorizationAction.DENY,
                        compiler.compile(RuleNames.of(policy, i), origin, written.get(i))));
            }
        }
        return rules;
    }
}
