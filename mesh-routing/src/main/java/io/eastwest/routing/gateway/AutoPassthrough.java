package io.eastwest.routing.gateway;

import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.scope.MergedDestinationRule.SourcedSubset;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.table.TcpDestinations;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import java.util.ArrayList;
import java.util.List;

/**
 * Filter chains of an AUTO_PASSTHROUGH server: one for each service, port and subset, chosen by SNI, without
 * termination and without authorization. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/gateway.go:builtAutoPassthroughFilterChains}.
 */
final class AutoPassthrough {
    private static final List<String> MESH_PROTOCOLS =
            List.of("istio-peer-exchange", "istio", "istio-http/1.0", "istio-http/1.1", "istio-h2");

    private AutoPassthrough() {}

    static List<FilterChain> chains(ProxyScope scope, BoundServer server) {
        List<String> hosts = server.serverNames();
        List<FilterChain> chains = new ArrayList<>();
        for (MeshService service : scope.services()) {
            boolean exposed = !service.meshExternal()
                    && hosts.stream().anyMatch(host -> Hostname.subsetOf(service.hostname(), host));
            if (exposed) {
                List<SourcedSubset> subsets = scope.destinationRule(service)
                        .map(rule -> rule.subsets())
                        .orElse(List.of());
                for (MeshServicePort port : service.ports()) {
                    if (port.protocol() != PortProtocol.UDP) {
                        Origin origin = new Origin(service.resource(), "");
                        chains.add(chain(scope, server, service, port, "", origin));
                        subsets.forEach(subset -> chains.add(chain(
                                scope, server, service, port, subset.subset().name(), subset.origin())));
                    }
                }
            }
        }
        return chains;
    }

    private static FilterChain chain(
            ProxyScope scope,
            BoundServer server,
            MeshService service,
            MeshServicePort port,
            String subset,
            Origin origin) {
        String name =
                SubsetKey.outbound(port.number(), subset, service.hostname()).serverName();
        return FilterChain.builder()
                .name("")
                .match(FilterChainMatch.builder()
                        .addServerName(name)
                        .applicationProtocols(MESH_PROTOCOLS)
                        .build())
                .filter(TcpDestinations.ofService(name, scope, service, subset))
                .addOrigin(server.origin())
                .addOrigin(origin)
                .build();
    }
}
