package io.eastwest.routing.security;

import io.eastwest.model.istio.security.JwtRule;
import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.view.Configured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * RequestAuthentications of one proxy as one filter: all rules, by issuer.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authn/policy_applier.go:newPolicyApplier, convertToEnvoyJwtConfig}.
 */
final class TokenFilters {
    private TokenFilters() {}

    /**
     * {@return the filter; empty: there is no rule}
     *
     * @param policies those of the proxy's namespace, then those of the root namespace
     * @param clearsRoute whether the route is chosen again after verification
     */
    static Optional<JwtFilter> of(List<Configured<RequestAuthentication>> policies, boolean clearsRoute) {
        List<JwtFilterRule> rules = new ArrayList<>();
        for (Configured<RequestAuthentication> policy : policies) {
            List<JwtRule> own = policy.resource().spec().jwtRules();
            for (int i = 0; i < own.size(); i++) {
                rules.add(rule(own.get(i), new Origin(policy.resource().key(), "spec.jwtRules[" + i + "]")));
            }
        }
        rules.sort(Comparator.comparing(JwtFilterRule::issuer));
        return rules.isEmpty() ? Optional.empty() : Optional.of(new JwtFilter(rules, clearsRoute));
    }

    private static JwtFilterRule rule(JwtRule rule, Origin origin) {
        return JwtFilterRule.builder()
                .issuer(rule.issuer().orElse(""))
                .audiences(rule.audiences())
                .fromHeaders(rule.fromHeaders().stream()
                        .map(header -> new JwtFilterRule.HeaderLocation(
                                header.name(), header.prefix().orElse("")))
                        .toList())
                .fromParams(rule.fromParams())
                .fromCookies(rule.fromCookies())
                .forwardsToken(rule.forwardOriginalToken().orElse(false))
                .outputPayloadToHeader(rule.outputPayloadToHeader().filter(name -> !name.isEmpty()))
                .outputClaimToHeaders(rule.outputClaimToHeaders().stream()
                        .map(output -> new Header(output.header(), output.claim()))
                        .toList())
                .spaceDelimitedClaims(rule.spaceDelimitedClaims())
                .origin(origin)
                .build();
    }
}
