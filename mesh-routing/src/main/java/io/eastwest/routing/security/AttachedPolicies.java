package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.routing.view.Configured;
import java.util.List;

/**
 * The AuthorizationPolicies of one proxy.
 *
 * @param policies those of the root namespace, then those of its own, each by creation time and name
 */
record AttachedPolicies(List<Configured<AuthorizationPolicy>> policies) {
    AttachedPolicies {
        policies = List.copyOf(policies);
    }

    List<Configured<AuthorizationPolicy>> of(AuthorizationAction action) {
        return policies.stream()
                .filter(policy -> policy.resource().spec().actionOrDefault() == action)
                .toList();
    }
}
