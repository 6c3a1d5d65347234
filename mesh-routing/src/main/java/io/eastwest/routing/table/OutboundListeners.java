package io.eastwest.routing.table;

import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.PathNormalizationLevel;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.scope.EgressListener;
import io.eastwest.routing.scope.EgressListener.Port;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Outbound listeners of a sidecar with iptables capture. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/listener.go:buildSidecarOutboundListeners, buildSidecarOutboundListener}.
 */
final class OutboundListeners {
    private static final int CAPTURE_PORT = 15001;
    /** Capture of both directions, health and metrics of the sidecar. */
    private static final List<Integer> RESERVED_PORTS = List.of(CAPTURE_PORT, 15006, 15021, 15090);

    private static final String CAPTURE_LISTENER = "virtualOutbound";
    private static final String CAPTURE_CHAIN = "virtualOutbound-catchall-tcp";
    private static final String BLACKHOLE_CHAIN = "virtualOutbound-blackhole";
    private static final String PASSTHROUGH_CHAIN = "PassthroughFilterChain";
    private static final String BLACKHOLE_CLUSTER = "BlackHoleCluster";

    private final ProxyScope scope;
    private final MeshProxy proxy;
    private final String wildcard;
    private final PathNormalizationLevel normalization;
    private final Map<String, ListenerEntry> entries = new LinkedHashMap<>();

    private OutboundListeners(ProxyScope scope) {
        this.scope = scope;
        this.proxy = scope.proxy();
        this.wildcard = ServiceAddresses.wildcard(proxy);
        this.normalization = PathNormalizations.of(scope.view().meshConfig());
    }

    static List<ProxyListener> of(ProxyScope scope) {
        OutboundListeners listeners = new OutboundListeners(scope);
        scope.egressListeners().forEach(listeners::add);
        return listeners.build();
    }

    private void add(EgressListener egress) {
        OutboundChains chains = new OutboundChains(scope);
        List<String> binds = egress.bind().map(List::of).orElse(List.of());
        if (egress.port().isPresent()) {
            Port port = egress.port().get();
            MeshServicePort declared = new MeshServicePort("", port.number(), port.protocol(), "");
            if (mayListen(declared, binds)) {
                for (MeshService service : egress.services()) {
                    add(service, declared, binds, chains, egress.virtualServices());
                }
            }
            return;
        }
        entries.values().forEach(ListenerEntry::lock);
        for (MeshService service : egress.services()) {
            for (MeshServicePort port : service.ports()) {
                if (mayListen(port, binds)) {
                    addPort(service, port, binds, chains, egress.virtualServices());
                }
            }
        }
    }

    /** Ports on all addresses that the proxy itself listens on are left out. Mirrors istio 1.30.3 {@code pilot/pkg/model/context.go:conflictWithReservedListener}. */
    private boolean mayListen(MeshServicePort port, List<String> binds) {
        boolean everywhere =
                binds.isEmpty() ? port.protocol().isHttp() : binds.get(0).equals(wildcard);
        return !everywhere || !RESERVED_PORTS.contains(port.number());
    }

    private void addPort(
            MeshService service,
            MeshServicePort port,
            List<String> binds,
            OutboundChains chains,
            List<MeshVirtualService> virtualServices) {
        boolean perInstance = binds.isEmpty()
                && service.resolution() == Resolution.PASSTHROUGH
                && ServiceAddresses.isUnspecified(ServiceAddresses.primary(service, proxy))
                && (port.protocol().isTcp() || port.protocol() == PortProtocol.UNSUPPORTED);
        List<ServiceEndpoint> instances = perInstance ? instances(service, port) : List.of();
        boolean plain = service.registry() == Registry.EXTERNAL
                && instances.isEmpty()
                && service.selector().isEmpty();
        if (!perInstance || plain) {
            add(service, port, binds, chains, virtualServices);
            return;
        }
        for (ServiceEndpoint instance : instances) {
            if (isAddress(instance.address()) && !proxy.ask(new OwnAddress(instance.address()))) {
                add(service, port, List.of(instance.address()), chains, virtualServices);
            }
        }
    }

    private List<ServiceEndpoint> instances(MeshService service, MeshServicePort port) {
        return scope.view().endpoints(service).stream()
                .filter(endpoint -> endpoint.portName().equals(port.name()))
                .toList();
    }

    private static boolean isAddress(String text) {
        return !text.isEmpty()
                && (text.indexOf(':') >= 0 && !text.startsWith("unix")
                        || text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    private void add(
            MeshService service,
            MeshServicePort port,
            List<String> givenBinds,
            OutboundChains chains,
            List<MeshVirtualService> virtualServices) {
        if (service.resolution() == Resolution.ALIAS || port.protocol() == PortProtocol.UDP) {
            return;
        }
        boolean http = port.protocol().isHttp();
        List<String> ranges = List.of();
        List<String> binds = givenBinds;
        if (binds.isEmpty()) {
            List<String> addresses = http ? List.of(wildcard) : addresses(service);
            boolean isRange = addresses.get(0).contains("/");
            binds = isRange ? List.of(wildcard) : addresses;
            ranges = isRange ? addresses : List.of();
        }
        ListenerEntry current = entries.get(key(binds, port));
        if (current != null && current.isLocked()) {
            return;
        }
        if (http) {
            addHttp(service, port, binds, current);
        } else {
            List<ChainSpec> tcp = chains.of(service, port, binds.get(0), ranges, virtualServices);
            if (port.protocol().isTcp()) {
                addTcp(port, binds, current, tcp);
            } else {
                addDetected(service, port, binds, current, tcp);
            }
        }
    }

    private List<String> addresses(MeshService service) {
        List<String> addresses = ServiceAddresses.all(service, proxy);
        return addresses.isEmpty() ? List.of(wildcard) : addresses;
    }

    private void addHttp(
            MeshService service, MeshServicePort port, List<String> binds, @Nullable ListenerEntry current) {
        boolean onWildcard = binds.get(0).equals(wildcard) && port.protocol() != PortProtocol.HTTP_PROXY;
        List<ChainSpec> chains = List.of(ChainSpec.http(connectionManager(service, port, binds), onWildcard));
        if (current == null || port.protocol() == PortProtocol.HTTP_PROXY) {
            PortProtocol protocol = onWildcard ? PortProtocol.UNSUPPORTED : port.protocol();
            entries.put(key(binds, port), new ListenerEntry(binds, port.number(), protocol, chains));
        } else if (current.protocol().isTcp() && mayShare(port.protocol(), current.protocol())) {
            current.merge(chains);
            current.detectProtocol();
        }
    }

    private void addTcp(
            MeshServicePort port, List<String> binds, @Nullable ListenerEntry current, List<ChainSpec> chains) {
        if (current == null) {
            entries.put(key(binds, port), new ListenerEntry(binds, port.number(), port.protocol(), chains));
        } else if (mayShare(port.protocol(), current.protocol())) {
            current.merge(chains);
            if (current.protocol().isHttp()) {
                current.detectProtocol();
            }
        }
    }

    private void addDetected(
            MeshService service,
            MeshServicePort port,
            List<String> binds,
            @Nullable ListenerEntry current,
            List<ChainSpec> tcp) {
        List<ChainSpec> chains = new ArrayList<>(tcp);
        chains.add(ChainSpec.http(connectionManager(service, port, binds), true));
        if (current == null || current.protocol().isHttp()) {
            entries.put(key(binds, port), new ListenerEntry(binds, port.number(), port.protocol(), chains));
        } else if (current.protocol().isTcp() && mayShare(port.protocol(), current.protocol())) {
            current.merge(chains);
            current.detectProtocol();
        }
    }

    /** Protocols whose server speaks first share a port with none but themselves. */
    private static boolean mayShare(PortProtocol incoming, PortProtocol existing) {
        return incoming == existing || (!speaksFirst(incoming) && !speaksFirst(existing));
    }

    private static boolean speaksFirst(PortProtocol protocol) {
        return protocol == PortProtocol.MONGO || protocol == PortProtocol.MYSQL;
    }

    private HttpConnectionManager connectionManager(MeshService service, MeshServicePort port, List<String> binds) {
        String routes;
        if (port.number() == 0) {
            routes = binds.get(0);
        } else if (port.protocol() == PortProtocol.UNSUPPORTED && !binds.get(0).equals(wildcard)) {
            routes = service.hostname() + ":" + port.number();
        } else {
            routes = String.valueOf(port.number());
        }
        return new HttpConnectionManager(
                routes, Optional.empty(), normalization, new ForwardedFor(false, 0), List.of());
    }

    private static String key(List<String> binds, MeshServicePort port) {
        return binds.get(0) + "_" + port.number();
    }

    private List<ProxyListener> build() {
        FilterChain passthrough = chain(PASSTHROUGH_CHAIN, FilterChainMatch.any(), unknownTraffic());
        List<ProxyListener> listeners = new ArrayList<>();
        for (ListenerEntry entry : entries.values()) {
            listeners.addAll(entry.toListeners(passthrough));
        }
        listeners.add(ProxyListener.builder()
                .name(CAPTURE_LISTENER)
                .address(wildcard)
                .port(CAPTURE_PORT)
                .addFilterChain(chain(
                        BLACKHOLE_CHAIN,
                        FilterChainMatch.builder().destinationPort(CAPTURE_PORT).build(),
                        BLACKHOLE_CLUSTER))
                .addFilterChain(chain(CAPTURE_CHAIN, FilterChainMatch.any(), unknownTraffic()))
                .detectsTls(false)
                .detectsHttp(false)
                .build());
        return listeners;
    }

    private String unknownTraffic() {
        return CatchAll.cluster(scope.outboundPolicy()).orElse(BLACKHOLE_CLUSTER);
    }

    private static FilterChain chain(String name, FilterChainMatch match, String cluster) {
        return FilterChain.builder()
                .name(name)
                .match(match)
                .filter(new TcpProxy(List.of(WeightedCluster.of(cluster, 1)), false, List.of()))
                .build();
    }
}
