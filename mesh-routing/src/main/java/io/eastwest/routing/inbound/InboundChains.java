package io.eastwest.routing.inbound;

import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.routing.destination.FixedClusters;
import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainBuilder;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.FilterChainMatchBuilder;
import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PathNormalizationLevel;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.security.SecurityFilters;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.security.WorkloadMutualTls;
import io.eastwest.routing.table.PathNormalizations;
import io.eastwest.routing.view.PortProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Filter chains of the ports of a workload.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/listener_inbound.go:inboundChainForOpts, buildInboundPassthroughChains,
 * buildInboundBlackhole}.
 */
final class InboundChains {
    private static final String PASSTHROUGH = "virtualInbound";
    private static final String PASSTHROUGH_HTTP = "virtualInbound-catchall-http";
    private static final String BLACK_HOLE = "virtualInbound-blackhole";
    private static final List<String> HTTP_PROTOCOLS = List.of("h2", "http/1.1");
    private static final List<String> TCP_PROTOCOLS = List.of("istio-peer-exchange", "h2", "http/1.1");
    /** A sidecar is no edge: the last entry of x-forwarded-for counts, whoever wrote it. */
    private static final ForwardedFor BEHIND_PROXIES = new ForwardedFor(false, 0);

    private final SecurityFilters filters;
    private final boolean tunnelled;
    private final WorkloadMutualTls modes;
    private final List<String> trustDomains;
    private final PathNormalizationLevel pathNormalization;

    InboundChains(ProxyScope scope, SecurityPolicies policies, boolean tunnelled) {
        this.tunnelled = tunnelled;
        this.filters = policies.filters(scope.proxy());
        this.modes = policies.modes()
                .workload(scope.proxy().namespace(), scope.proxy().labels());
        this.trustDomains = policies.trustDomains();
        this.pathNormalization = PathNormalizations.of(scope.view().meshConfig());
    }

    /** {@return the chains of a declared port} */
    List<FilterChain> declared(InboundPort port) {
        Target target = new Target(
                port.listenerName(), port.listenerName(), port.clusterName(), port.servicePort(), port.protocol());
        return chains(port.number(), target, port.origins());
    }

    /** {@return the chains of all ports that are not declared: for all, then for those with a mode of their own} */
    List<FilterChain> passthrough(List<Integer> declared) {
        Target target = new Target(
                PASSTHROUGH_HTTP, PASSTHROUGH, FixedClusters.INBOUND_PASSTHROUGH, 0, PortProtocol.UNSUPPORTED);
        List<FilterChain> chains = new ArrayList<>(chains(0, target, List.of()));
        modes.ports().keySet().stream()
                .filter(port -> !declared.contains(port))
                .forEach(port -> chains.addAll(chains(port, target, List.of())));
        return chains;
    }

    /** {@return the chain for connections to the listener's own port, which would loop} */
    static FilterChain blackHole(int port) {
        return FilterChain.builder()
                .name(BLACK_HOLE)
                .match(FilterChainMatch.builder().destinationPort(port).build())
                .filter(new TcpProxy(List.of(WeightedCluster.of(FixedClusters.BLACK_HOLE, 1)), false, List.of()))
                .build();
    }

    private List<FilterChain> chains(int port, Target target, List<Origin> origins) {
        MutualTlsMode mode = tunnelled ? MutualTlsMode.DISABLE : modes.mode(port);
        return ChainOption.of(PortKind.of(target.protocol()), mode).stream()
                .map(option -> chain(option, port, target, origins))
                .toList();
    }

    private FilterChain chain(ChainOption option, int port, Target target, List<Origin> origins) {
        FilterChainMatchBuilder match = FilterChainMatch.builder()
                .transportProtocol(option.transport())
                .applicationProtocols(option.protocols());
        if (port > 0) {
            match.destinationPort(port);
        }
        FilterChainBuilder chain = FilterChain.builder()
                .name(option.http() ? target.httpName() : target.tcpName())
                .tunnelled(tunnelled)
                .match(match.build())
                .origins(Stream.concat(origins.stream(), modes.origins().stream())
                        .toList());
        if (option.terminates()) {
            chain.tls(mutualTls(option.http()));
        }
        if (option.http()) {
            return chain.filter(manager(target, origins)).build();
        }
        return chain.networkRbac(filters.tcp())
                .filter(new TcpProxy(List.of(WeightedCluster.of(target.cluster(), 1)), false, origins))
                .build();
    }

    private HttpConnectionManager manager(Target target, List<Origin> origins) {
        return new HttpConnectionManager(
                target.cluster(),
                Optional.of(InboundRoutes.of(target.cluster(), target.servicePort(), target.protocol(), origins)),
                pathNormalization,
                BEHIND_PROXIES,
                filters.http());
    }

    private DownstreamTls mutualTls(boolean http) {
        return DownstreamTls.builder()
                .clientCertificate(ClientCertificate.REQUIRED)
                .trustDomains(trustDomains)
                .applicationProtocols(http ? HTTP_PROTOCOLS : TCP_PROTOCOLS)
                .build();
    }

    /** What the chains of a port are called and where they lead. */
    private record Target(String httpName, String tcpName, String cluster, int servicePort, PortProtocol protocol) {}
}
