package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.TcpRule;
import io.eastwest.routing.rules.TlsRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * TCP and TLS filter chains of a service at a sidecar. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/tls.go:
 * buildSidecarOutboundTLSFilterChainOpts, buildSidecarOutboundTCPFilterChainOpts}.
 */
final class OutboundChains {
    private final ProxyScope scope;
    private final MeshProxy proxy;
    private final VirtualServiceTrace trace;

    OutboundChains(ProxyScope scope) {
        this(scope, VirtualServiceTrace.NONE);
    }

    OutboundChains(ProxyScope scope, VirtualServiceTrace trace) {
        this.scope = scope;
        this.trace = trace;
        this.proxy = scope.proxy();
    }

    /**
     * Chains of one service port.
     *
     * @param service the service
     * @param port the listener's port
     * @param bind address that the listener binds
     * @param ranges CIDR ranges of the service when its address is one
     * @param virtualServices VirtualServices of the egress listener
     */
    List<ChainSpec> of(
            MeshService service,
            MeshServicePort port,
            String bind,
            List<String> ranges,
            List<MeshVirtualService> virtualServices) {
        List<MeshVirtualService> ofHost = virtualServices.stream()
                .filter(each -> each.hosts().stream().anyMatch(host -> Hostname.matches(host, service.hostname())))
                .toList();
        return port.protocol().isTls() ? tls(service, port, bind, ranges, ofHost) : tcp(service, port, ranges, ofHost);
    }

    private List<ChainSpec> tls(
            MeshService service,
            MeshServicePort port,
            String bind,
            List<String> serviceRanges,
            List<MeshVirtualService> virtualServices) {
        List<String> ranges = serviceRanges;
        Set<List<List<String>>> handled = new LinkedHashSet<>();
        List<ChainSpec> chains = new ArrayList<>();
        for (MeshVirtualService virtualService : virtualServices) {
            ChainRuleSteps steps = new ChainRuleSteps(trace, virtualService, proxy, port.number());
            for (TlsRule tls : virtualService.tls()) {
                for (TlsMatchAttributes match : tls.rule().match()) {
                    steps.tls(tls, match, handled);
                    if (appliesHere(match, port.number())) {
                        if (!match.destinationSubnets().isEmpty() && port.number() > 0) {
                            ranges = match.destinationSubnets();
                        }
                        if (handled.add(List.of(match.sniHosts(), match.destinationSubnets()))) {
                            chains.add(ChainSpec.tcp(
                                    match.sniHosts(),
                                    ranges,
                                    TcpDestinations.of(tls.rule().route(), scope, port.number(), tls.origin()),
                                    List.of(tls.origin())));
                        }
                    }
                }
            }
            steps.end("tls");
        }
        if (chains.isEmpty()) {
            List<String> names = needsServerName(service, bind, ranges) ? serverNames(service) : List.of();
            chains.add(ChainSpec.tcp(names, ranges, ofService(service, port), List.of(origin(service))));
        }
        return chains;
    }

    private boolean needsServerName(MeshService service, String bind, List<String> ranges) {
        String address = ServiceAddresses.primary(service, proxy);
        String wildcard = ServiceAddresses.wildcard(proxy);
        return !ranges.isEmpty()
                || address.contains("/")
                || (ServiceAddresses.isUnspecified(address) && bind.equals(wildcard))
                || (Hostname.isWildcard(service.hostname()) && service.resolution() == Resolution.DYNAMIC_DNS);
    }

    private List<String> serverNames(MeshService service) {
        List<String> names = new ArrayList<>(List.of(service.hostname()));
        for (String alias : service.aliases()) {
            names.add(alias);
            names.addAll(VirtualHostDomains.alternates(alias, proxy.dnsDomain()));
        }
        return names;
    }

    private List<ChainSpec> tcp(
            MeshService service, MeshServicePort port, List<String> ranges, List<MeshVirtualService> virtualServices) {
        List<ChainSpec> chains = new ArrayList<>();
        boolean defaultNeeded = true;
        boolean complete = false;
        for (MeshVirtualService virtualService : virtualServices) {
            ChainRuleSteps steps = new ChainRuleSteps(trace, virtualService, proxy, port.number());
            for (TcpRule tcp : virtualService.tcp()) {
                List<String> subnets = new ArrayList<>();
                steps.tcp(tcp, complete);
                if (complete) {
                    continue;
                }
                if (isUnconditional(tcp, port.number(), subnets)) {
                    chains.add(rule(tcp, ranges, port));
                    if (!steps.isRecording()) {
                        return chains;
                    }
                    complete = true;
                    continue;
                }
                if (!subnets.isEmpty()) {
                    chains.add(rule(tcp, subnets, port));
                    if (new TreeSet<>(subnets).equals(new TreeSet<>(ranges))) {
                        defaultNeeded = false;
                    }
                }
            }
            steps.end("tcp");
        }
        if (defaultNeeded && !complete) {
            chains.add(ChainSpec.tcp(List.of(), ranges, ofService(service, port), List.of(origin(service))));
        }
        return chains;
    }

    /** Whether a rule takes every destination; if not, its destination subnets are collected. */
    private boolean isUnconditional(TcpRule tcp, int port, List<String> subnets) {
        if (tcp.rule().match().isEmpty()) {
            return true;
        }
        for (L4MatchAttributes match : tcp.rule().match()) {
            if (appliesHere(match, port)) {
                if (match.destinationSubnets().isEmpty() || port == 0) {
                    return true;
                }
                subnets.addAll(match.destinationSubnets());
            }
        }
        return false;
    }

    private ChainSpec rule(TcpRule tcp, List<String> ranges, MeshServicePort port) {
        return ChainSpec.tcp(
                List.of(),
                ranges,
                TcpDestinations.of(tcp.rule().route(), scope, port.number(), tcp.origin()),
                List.of(tcp.origin()));
    }

    private TcpProxy ofService(MeshService service, MeshServicePort port) {
        int number = service.ports().size() == 1 ? service.ports().get(0).number() : port.number();
        String cluster = SubsetKey.outbound(number, "", service.hostname()).clusterName();
        return TcpDestinations.ofService(cluster, scope, service, "");
    }

    private static Origin origin(MeshService service) {
        return new Origin(service.resource(), "");
    }

    private boolean appliesHere(TlsMatchAttributes match, int port) {
        return ChainRuleSteps.obstacle(match, proxy, port).isEmpty();
    }

    private boolean appliesHere(L4MatchAttributes match, int port) {
        return ChainRuleSteps.obstacle(match, proxy, port).isEmpty();
    }
}
