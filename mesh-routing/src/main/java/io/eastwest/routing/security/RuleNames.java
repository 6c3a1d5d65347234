package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.routing.view.Configured;

/** Names of rules as istiod gives them. Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/builder/builder.go:policyName}. */
final class RuleNames {
    /** Put after the names of rules whose external authorizer cannot be asked. */
    static final String BAD_AUTHORIZER = "-deny-due-to-bad-CUSTOM-action";

    private static final String EXTERNAL = "istio-ext-authz-";

    private RuleNames() {}

    static String of(Configured<AuthorizationPolicy> policy, int rule) {
        return "ns[" + policy.namespace() + "]-policy[" + policy.name() + "]-rule[" + rule + "]";
    }

    static String external(String provider, String name) {
        return EXTERNAL + (provider.isEmpty() ? "" : provider + "-") + name;
    }
}
