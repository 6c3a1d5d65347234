package io.eastwest.routing.envoy;

import java.util.List;

/**
 * Verification of JSON Web Tokens.
 *
 * @param rules all rules that apply, sorted by issuer
 * @param clearsRoute whether the route is chosen again after verification (gateways and waypoints)
 */
public record JwtFilter(List<JwtFilterRule> rules, boolean clearsRoute) implements HttpFilter {
    /**
     * Copies the list.
     *
     * @param rules all rules that apply, sorted by issuer
     * @param clearsRoute whether the route is chosen again after verification (gateways and waypoints)
     */
    public JwtFilter {
        rules = List.copyOf(rules);
    }
}
