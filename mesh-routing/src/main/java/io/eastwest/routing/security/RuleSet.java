package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.view.Configured;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of all policies of one action.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/builder/builder.go:build}.
 */
final class RuleSet {
    private static final Comparator<RbacPolicy> BY_NAME = Comparator.comparing(RbacPolicy::name);

    private final List<Configured<AuthorizationPolicy>> policies;
    private final RuleSetting setting;

    RuleSet(List<Configured<AuthorizationPolicy>> policies, RuleSetting setting) {
        this.policies = policies;
        this.setting = setting;
    }

    /** {@return the filter; empty: there is no policy} */
    Optional<RbacFilter> filter(RbacFilter.Action action) {
        if (policies.isEmpty()) {
            return Optional.empty();
        }
        boolean enforced = policies.stream().anyMatch(policy -> !DryRun.isSet(policy.resource()));
        RbacFilter.Action effective = enforced ? action : RbacFilter.Action.LOG;
        return Optional.of(new RbacFilter(effective, enforced(UnaryOperator.identity()), dryRun()));
    }

    /**
     * {@return the rules that count, by name}
     *
     * @param naming makes the name of each
     */
    List<RbacPolicy> enforced(UnaryOperator<String> naming) {
        return rules(false, naming);
    }

    /** {@return the rules that are only tried, by name} */
    List<RbacPolicy> dryRun() {
        return rules(true, UnaryOperator.identity());
    }

    List<RbacPolicy> dryRun(UnaryOperator<String> naming) {
        return rules(true, naming);
    }

    private List<RbacPolicy> rules(boolean dryRun, UnaryOperator<String> naming) {
        return policies.stream()
                .filter(policy -> DryRun.isSet(policy.resource()) == dryRun)
                .flatMap(policy -> rules(policy, naming))
                .sorted(BY_NAME)
                .toList();
    }

    private Stream<RbacPolicy> rules(Configured<AuthorizationPolicy> policy, UnaryOperator<String> naming) {
        List<AuthorizationRule> rules = policy.resource().spec().rules();
        if (rules.isEmpty()) {
            Origin origin = new Origin(policy.resource().key(), "spec");
            return Stream.of(CompiledRule.never(naming.apply(RuleNames.of(policy, 0)), origin));
        }
        RuleCompiler compiler = new RuleCompiler(policy.namespace(), setting);
        return IntStream.range(0, rules.size()).boxed().flatMap(i -> {
            Origin origin = new Origin(policy.resource().key(), "spec.rules[" + i + "]");
            String name = naming.apply(RuleNames.of(policy, i));
            return compiler.compile(name, origin, rules.get(i)).stream();
        });
    }

    static RuleSet of(AttachedPolicies attached, AuthorizationAction action, boolean tcp, TrustDomainAliases aliases) {
        return new RuleSet(attached.of(action), new RuleSetting(tcp, action, aliases));
    }
}
