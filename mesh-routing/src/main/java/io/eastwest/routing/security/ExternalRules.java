package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationProvider;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.view.Configured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The rules of CUSTOM policies: what matches is put before an external authorizer. Rules of one that cannot be asked deny, and so do
 * all rules when a proxy has more than one authorizer.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/builder/builder.go:buildHTTP, buildTCP}.
 */
final class ExternalRules {
    private final Map<String, List<Configured<AuthorizationPolicy>>> byProvider = new TreeMap<>();
    private final ExternalAuthorizers authorizers;
    private final RuleSetting setting;

    ExternalRules(AttachedPolicies attached, ExternalAuthorizers authorizers, boolean tcp, TrustDomainAliases aliases) {
        this.authorizers = authorizers;
        this.setting = new RuleSetting(tcp, AuthorizationAction.CUSTOM, aliases);
        for (Configured<AuthorizationPolicy> policy : attached.of(AuthorizationAction.CUSTOM)) {
            byProvider
                    .computeIfAbsent(provider(policy), key -> new ArrayList<>())
                    .add(policy);
        }
    }

    private static String provider(Configured<AuthorizationPolicy> policy) {
        return policy.resource()
                .spec()
                .provider()
                .flatMap(AuthorizationProvider::name)
                .orElse("");
    }

    List<RbacFilter> filters() {
        List<RbacFilter> filters = new ArrayList<>();
        byProvider.forEach((provider, policies) -> add(provider, new RuleSet(policies, setting), filters));
        return filters;
    }

    private void add(String provider, RuleSet rules, List<RbacFilter> filters) {
        UnaryOperator<String> naming = name -> RuleNames.external(provider, name);
        if (byProvider.size() > 1 || !authorizers.canBeAsked(provider)) {
            UnaryOperator<String> bad = name -> naming.apply(name) + RuleNames.BAD_AUTHORIZER;
            filters.add(deny(rules.enforced(bad)));
        } else if (!setting.tcp() || authorizers.speaksTcp(provider)) {
            List<RbacPolicy> tried = rules.dryRun(naming);
            if (!tried.isEmpty()) {
                filters.add(deny(tried));
            }
            List<RbacPolicy> asked = rules.enforced(naming).stream()
                    .<RbacPolicy>map(rule -> new ExternalRule(rule, provider))
                    .toList();
            filters.add(new RbacFilter(RbacFilter.Action.CUSTOM, asked, List.of()));
        }
    }

    private static RbacFilter deny(List<RbacPolicy> rules) {
        return new RbacFilter(RbacFilter.Action.DENY, rules, List.of());
    }
}
