package io.eastwest.routing.security;

import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.scope.ProxyScope;
import java.util.List;

/**
 * The filters of AuthorizationPolicy and RequestAuthentication of one proxy. They belong on inbound chains of sidecars and on all
 * chains of gateways but those that pass TLS on by SNI (AUTO_PASSTHROUGH); sidecars have none outbound.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/plugin/authz/authorization.go} and {@code
 * pilot/pkg/networking/plugin/authn/authentication.go}.
 *
 * @param http filters of a chain that reads HTTP: CUSTOM, tokens, AUDIT, DENY, ALLOW
 * @param tcp filters of a chain that forwards bytes: CUSTOM, AUDIT, DENY, ALLOW
 */
public record SecurityFilters(List<HttpFilter> http, List<RbacFilter> tcp) {
    /**
     * Copies the lists.
     *
     * @param http filters of a chain that reads HTTP
     * @param tcp filters of a chain that forwards bytes
     */
    public SecurityFilters {
        http = List.copyOf(http);
        tcp = List.copyOf(tcp);
    }

    /**
     * Makes the filters of a proxy; {@link SecurityPolicies} is cheaper for several proxies of one control plane.
     *
     * @param scope the proxy and what its control plane knows
     * @return its filters
     */
    public static SecurityFilters of(ProxyScope scope) {
        return SecurityPolicies.of(scope.view()).filters(scope.proxy());
    }
}
