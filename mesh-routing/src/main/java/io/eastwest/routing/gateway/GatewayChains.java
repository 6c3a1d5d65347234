package io.eastwest.routing.gateway;

import io.eastwest.model.istio.mesh.GatewayTopology;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.credential.ProxyCredentials;
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
import io.eastwest.routing.trace.TraceSink;
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
    private final TerminatedTls tls;
    private final TraceSink trace;
    private final Map<Integer, Map<String, String>> passthroughHosts = new LinkedHashMap<>();

    GatewayChains(ProxyScope scope, ChainFilters filters) {
        this(scope, filters, TraceSink.NONE);
    }

    private GatewayChains(ProxyScope scope, ChainFilters filters, TraceSink trace) {
        this.scope = scope;
        this.filters = filters;
        this.tls = new TerminatedTls(ProxyCredentials.of(
                scope.view(), scope.proxy().cluster(), scope.proxy().namespace()));
        this.trace = trace;
    }

    /**
     * Tells which tcp and tls rules there are for servers, and why not others, by making their chains once more.
     *
     * @param servers servers of one port
     * @param trace takes the steps
     */
    static void trace(ProxyScope scope, ChainFilters filters, List<BoundServer> servers, TraceSink trace) {
        List<BoundServer> byRules = servers.stream()
                .filter(server ->
                        !server.protocol().isHttp() && !server.terminatesHttps() && !server.isAutoPassthrough())
                .toList();
        GatewayChains chains = new GatewayChains(scope, filters, trace);
        for (BoundServer server : byRules) {
            if (server.isPassthrough()) {
                chains.passthrough(server);
            } else {
                chains.tcp(server);
            }
        }
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

    private FilterChainBuilder terminating(BoundServer server) {
        return FilterChain.builder()
                .name("")
                .match(serverNames(server.serverNames()))
                .tls(server.tls().map(tls::of))
                .addOrigin(server.origin());
    }

    static FilterChainMatch serverNames(List<String> names) {
        return names.contains(ANY)
                ? FilterChainMatch.any()
                : FilterChainMatch.builder().serverNames(names).build();
    }

    /** Plaintext TCP, or TLS that is terminated before TCP: the first VirtualService with a rule decides. */
    private Optional<FilterChain> tcp(BoundServer server) {
        Optional<FilterChain> found = Optional.empty();
        for (MeshVirtualService virtualService : bound(server)) {
            ServerRuleSteps steps = new ServerRuleSteps(trace, virtualService, server);
            for (TcpRule rule : virtualService.tcp()) {
                if (found.isEmpty() && applies(steps, rule)) {
                    found = Optional.of(tcp(server, rule.rule().route(), rule.origin()));
                } else if (found.isPresent()) {
                    steps.late(rule.origin());
                }
            }
            if (virtualService.resource().kind().equals("TLSRoute")) {
                for (TlsRule rule : virtualService.tls()) {
                    if (found.isEmpty() && applies(steps, rule)) {
                        found = Optional.of(tcp(server, rule.rule().route(), rule.origin()));
                    } else if (found.isPresent()) {
                        steps.late(rule.origin());
                    }
                }
            }
            if (found.isPresent() && !trace.isRecording()) {
                return found;
            }
        }
        return found;
    }

    private static boolean applies(ServerRuleSteps steps, TcpRule rule) {
        List<L4MatchAttributes> matches = rule.rule().match();
        boolean any = matches.isEmpty() && steps.applies(rule.origin(), OptionalInt.empty(), List.of());
        for (int i = 0; i < matches.size(); i++) {
            any |= steps.applies(
                    ServerRuleSteps.match(rule.origin(), i),
                    matches.get(i).port(),
                    matches.get(i).gateways());
        }
        return any;
    }

    private static boolean applies(ServerRuleSteps steps, TlsRule rule) {
        List<TlsMatchAttributes> matches = rule.rule().match();
        boolean any = false;
        for (int i = 0; i < matches.size(); i++) {
            any |= steps.applies(
                    ServerRuleSteps.match(rule.origin(), i),
                    matches.get(i).port(),
                    matches.get(i).gateways());
        }
        return any;
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
            ServerRuleSteps steps = new ServerRuleSteps(trace, virtualService, server);
            for (TlsRule rule : virtualService.tls()) {
                for (int i = 0; i < rule.rule().match().size(); i++) {
                    TlsMatchAttributes match = rule.rule().match().get(i);
                    Origin origin = ServerRuleSteps.match(rule.origin(), i);
                    if (!steps.fits(origin, match.port(), match.gateways())) {
                        continue;
                    }
                    boolean first = claim(server, match.sniHosts());
                    steps.claims(origin, match.sniHosts(), first);
                    if (first) {
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
}
