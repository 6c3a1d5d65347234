package io.eastwest.routing.security;

import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.Resolution;
import java.util.List;

/**
 * The policies of a sidecar on its own calls: none, but on bytes for names with a wildcard that the sidecar resolves. There the
 * policies for its workload are enforced as if the call arrived at it.
 *
 * <p>Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/networkfilter.go:buildOutboundNetworkFiltersWithSingleDestination, buildCompleteNetworkFilters}.
 */
public final class OutboundPolicies {
    private OutboundPolicies() {}

    /**
     * Puts the policies where they are enforced.
     *
     * @param listeners outbound listeners of a sidecar
     * @param scope the sidecar and what its control plane knows
     * @param policies the security policies of its control plane
     * @return the listeners, the same ones where no policy is enforced
     */
    public static List<ProxyListener> on(List<ProxyListener> listeners, ProxyScope scope, SecurityPolicies policies) {
        List<RbacFilter> filters = policies.filters(scope.proxy()).tcp();
        if (filters.isEmpty()) {
            return listeners;
        }
        return listeners.stream()
                .map(listener -> listener.filterChains().stream().anyMatch(chain -> resolves(chain, scope))
                        ? guarded(listener, scope, filters)
                        : listener)
                .toList();
    }

    private static ProxyListener guarded(ProxyListener listener, ProxyScope scope, List<RbacFilter> filters) {
        return listener.toBuilder()
                .filterChains(listener.filterChains().stream()
                        .map(chain -> resolves(chain, scope)
                                ? chain.toBuilder().networkRbac(filters).build()
                                : chain)
                        .toList())
                .build();
    }

    private static boolean resolves(FilterChain chain, ProxyScope scope) {
        if (!(chain.filter() instanceof TcpProxy proxy) || proxy.clusters().size() != 1) {
            return false;
        }
        String cluster = proxy.clusters().get(0).cluster();
        return cluster.contains("|*")
                && scope.service(SubsetKey.parse(cluster).host())
                        .filter(service -> service.resolution() == Resolution.DYNAMIC_DNS)
                        .isPresent();
    }
}
