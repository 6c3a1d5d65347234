package io.eastwest.routing.gateway;

import io.eastwest.model.istio.mesh.GatewayTopology;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainBuilder;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.TcpRule;
import io.eastwest.routing.rules.TlsRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.table.PathNormalizations;
import io.eastwest.routing.table.TcpDestinations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Filter chains of servers. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/gateway.go:
 * buildGatewayTCPBasedFilterChains, createGatewayTCPFilterChainOpts, buildGatewayNetworkFiltersFromTLSRoutes}.
 */
final class GatewayChains {
    private static final String ANY = "*";

    private final ProxyScope scope;
    private final ChainFilters filters;
    private final Map<Integer, Map<String, String>> passthroughHosts = new LinkedHashMap<>();

    GatewayChains(ProxyScope scope, ChainFilters filters) {
        this.scope = scope;
        this.filters = filters;
    }

    List<FilterChain> of(MergedServers.Key key, List<BoundServer> servers) {
        BoundServer first = servers.get(0);
        if (first.protocol().isHttp()) {
            return List.of(FilterChain.builder()
                    .name("")
                    .filter(connectionManager(first.routeConfiguration()))
                    .origins(servers.stream().map(BoundServer::origin).toList())
                    .build());
        }
        List<FilterChain> chains = new ArrayList<>();
        for (BoundServer server : servers) {
            if (server.terminatesHttps()) {
                chains.add(terminating(server)
                        .filter(connectionManager(server.routeConfiguration()))
                        .build());
            } else if (server.isAutoPassthrough()) {
                chains.addAll(AutoPassthrough.chains(scope, server));
            } else if (server.isPassthrough()) {
                chains.addAll(passthrough(server));
            } else {
                tcp(server).ifPresent(chains::add);
            }
        }
        return chains;
    }

    private HttpConnectionManager connectionManager(String routes) {
        OptionalInt trusted = scope.view()
                .meshConfig()
                .defaultConfig()
                .flatMap(MeshProxyConfig::gatewayTopology)
                .map(GatewayTopology::numTrustedProxies)
                .orElse(OptionalInt.empty());
        return new HttpConnectionManager(
                routes,
                Optional.empty(),
                PathNormalizations.of(scope.view().meshConfig()),
                new ForwardedFor(true, trusted.orElse(0)),
                filters.http());
    }

    private static FilterChainBuilder terminating(BoundServer server) {
        return FilterChain.builder()
                .name("")
                .match(serverNames(server.serverNames()))
                .tls(server.tls().map(GatewayChains::tls))
                .addOrigin(server.origin());
    }

    static FilterChainMatch serverNames(List<String> names) {
        return names.contains(ANY)
                ? FilterChainMatch.any()
                : FilterChainMatch.builder().serverNames(names).build();
    }

    private static DownstreamTls tls(ServerTlsSettings tls) {
        ServerTlsMode mode = tls.mode().orElse(ServerTlsMode.PASSTHROUGH);
        ClientCertificate client = switch (mode) {
            case MUTUAL, ISTIO_MUTUAL -> ClientCertificate.REQUIRED;
            case OPTIONAL_MUTUAL -> ClientCertificate.OPTIONAL;
            case SIMPLE, PASSTHROUGH, AUTO_PASSTHROUGH -> ClientCertificate.NONE;
        };
        return DownstreamTls.builder()
                .clientCertificate(client)
                .meshCertificates(mode == ServerTlsMode.ISTIO_MUTUAL)
                .subjectAltNames(tls.subjectAltNames())
                .build();
    }

    /** Plaintext TCP, or TLS that is terminated before TCP: the first VirtualService with a rule decides. */
    private Optional<FilterChain> tcp(BoundServer server) {
        for (MeshVirtualService virtualService : bound(server)) {
            for (TcpRule rule : virtualService.tcp()) {
                boolean applies = rule.rule().match().isEmpty()
                        || rule.rule().match().stream()
                                .anyMatch(match -> appliesTo(server, match.port(), match.gateways()));
                if (applies) {
                    return Optional.of(tcp(server, rule.rule().route(), rule.origin()));
                }
            }
            if (virtualService.resource().kind().equals("TLSRoute")) {
                for (TlsRule rule : virtualService.tls()) {
                    if (rule.rule().match().stream()
                            .anyMatch(match -> appliesTo(server, match.port(), match.gateways()))) {
                        return Optional.of(tcp(server, rule.rule().route(), rule.origin()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private FilterChain tcp(BoundServer server, List<RouteDestination> routes, Origin origin) {
        FilterChainBuilder chain = server.tls().isPresent()
                ? terminating(server)
                : FilterChain.builder().name("").addOrigin(server.origin());
        return chain.networkRbac(filters.tcp())
                .filter(TcpDestinations.of(routes, scope, server.server().port().number(), origin))
                .addOrigin(origin)
                .build();
    }

    private List<FilterChain> passthrough(BoundServer server) {
        List<FilterChain> chains = new ArrayList<>();
        for (MeshVirtualService virtualService : bound(server)) {
            for (TlsRule rule : virtualService.tls()) {
                for (TlsMatchAttributes match : rule.rule().match()) {
                    if (appliesTo(server, match.port(), match.gateways()) && claim(server, match.sniHosts())) {
                        chains.add(FilterChain.builder()
                                .name("")
                                .match(serverNames(match.sniHosts()))
                                .networkRbac(filters.tcp())
                                .filter(TcpDestinations.of(
                                        rule.rule().route(),
                                        scope,
                                        server.server().port().number(),
                                        rule.origin()))
                                .addOrigin(server.origin())
                                .addOrigin(rule.origin())
                                .build());
                    }
                }
            }
        }
        return chains;
    }

    private boolean claim(BoundServer server, List<String> names) {
        Map<String, String> known = passthroughHosts.computeIfAbsent(server.port(), key -> new LinkedHashMap<>());
        if (names.stream().anyMatch(name -> server.bind().equals(known.get(name)))) {
            return false;
        }
        names.forEach(name -> known.put(name, server.bind()));
        return true;
    }

    /** VirtualServices of the server's Gateway with a host that the server takes, in istiod's order. */
    private List<MeshVirtualService> bound(BoundServer server) {
        return scope.virtualServices(server.gateway().reference()).stream()
                .filter(each -> {
                    List<String> hosts = server.hostsFor(each.namespace());
                    return each.hosts().stream()
                            .anyMatch(host -> hosts.stream().anyMatch(own -> Hostname.matches(own, host)));
                })
                .toList();
    }

    private static boolean appliesTo(BoundServer server, OptionalInt port, List<String> gateways) {
        return (port.orElse(0) == 0 || port.getAsInt() == server.server().port().number())
                && (gateways.isEmpty() || gateways.contains(server.gateway().reference()));
    }
}
