package io.eastwest.routing.security;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.Optional;

/**
 * A rule whose matches are put before an external authorizer.
 *
 * @param rule the rule
 * @param authorizer name of the authorizer
 */
record ExternalRule(RbacPolicy rule, String authorizer) implements RbacPolicy {
    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public Origin origin() {
        return rule.origin();
    }

    @Override
    public boolean matches(RbacInput input) {
        return rule.matches(input);
    }

    @Override
    public List<Mismatch> mismatches(RbacInput input) {
        return rule.mismatches(input);
    }

    @Override
    public List<Mismatch> missing(RbacInput input) {
        return rule.missing(input);
    }

    @Override
    public List<PolicyTest> tests(RbacInput input) {
        return rule.tests(input);
    }

    @Override
    public Optional<String> provider() {
        return Optional.of(authorizer);
    }
}
