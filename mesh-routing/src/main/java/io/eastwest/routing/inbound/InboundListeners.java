package io.eastwest.routing.inbound;

import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.TransportProtocol;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.security.SecurityPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Listeners of a sidecar for connections to its workload: one that gets all captured traffic, and one for each ingress listener of its
 * Sidecar that captures nothing.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/listener_inbound.go:buildInboundListeners, populateListenerFilters}.
 */
public final class InboundListeners {
    private static final String CAPTURED = "virtualInbound";

    private InboundListeners() {}

    /**
     * Makes the listeners of a sidecar; {@link #of(ProxyScope, SecurityPolicies)} is cheaper for several proxies.
     *
     * @param scope the proxy and what its control plane knows
     * @return its inbound listeners
     */
    public static List<ProxyListener> of(ProxyScope scope) {
        return of(scope, SecurityPolicies.of(scope.view()));
    }

    /**
     * Makes the listeners of a sidecar.
     *
     * @param scope the proxy and what its control plane knows
     * @param policies the security policies of its control plane
     * @return its inbound listeners
     */
    public static List<ProxyListener> of(ProxyScope scope, SecurityPolicies policies) {
        return of(scope, policies, false);
    }

    /**
     * Makes the listeners of a sidecar for what comes out of tunnels (HBONE): the certificate was checked, and no TLS is expected
     * inside.
     *
     * @param scope the proxy and what its control plane knows
     * @param policies the security policies of its control plane
     * @return its listeners
     */
    public static List<ProxyListener> tunnelled(ProxyScope scope, SecurityPolicies policies) {
        return of(scope, policies, true);
    }

    private static List<ProxyListener> of(ProxyScope scope, SecurityPolicies policies, boolean tunnelled) {
        InboundChains chains = new InboundChains(scope, policies, tunnelled);
        List<InboundPort> ports = InboundPorts.of(scope);
        int captured = scope.view().meshConfig().proxyInboundListenPort().orElse(InboundPorts.CAPTURED_INBOUND);
        List<FilterChain> capturing = new ArrayList<>();
        List<ProxyListener> own = new ArrayList<>();
        capturing.add(InboundChains.blackHole(captured));
        capturing.addAll(
                chains.passthrough(ports.stream().map(InboundPort::number).toList()));
        for (InboundPort port : ports) {
            if (port.ownListener()) {
                own.add(listener(port.listenerName(), port.bind(), port.number(), chains.declared(port)));
            } else {
                capturing.addAll(chains.declared(port));
            }
        }
        List<ProxyListener> listeners = new ArrayList<>();
        listeners.add(listener(CAPTURED, ProxyAddresses.wildcard(scope.proxy()), captured, capturing));
        listeners.addAll(own);
        return List.copyOf(listeners);
    }

    private static ProxyListener listener(String name, String address, int port, List<FilterChain> chains) {
        Map<Integer, Boolean> detects = new TreeMap<>();
        for (FilterChain chain : chains) {
            boolean tls = chain.match().transportProtocol() == TransportProtocol.TLS;
            detects.merge(chain.match().destinationPort().orElse(0), tls, Boolean::logicalOr);
        }
        boolean elsewhere = detects.getOrDefault(0, false);
        return ProxyListener.builder()
                .name(name)
                .address(address)
                .port(port)
                .filterChains(chains)
                .detectsTls(elsewhere)
                .tlsDetectionExceptions(detects.entrySet().stream()
                        .filter(entry -> entry.getKey() != 0 && entry.getValue() != elsewhere)
                        .map(Map.Entry::getKey)
                        .toList())
                .build();
    }
}
