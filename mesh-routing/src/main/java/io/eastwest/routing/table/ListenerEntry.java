package io.eastwest.routing.table;

import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.view.PortProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A listener while services are added to it. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/listener.go:outboundListenerEntry, buildListenerFromEntry, mergeTCPFilterChains}.
 */
final class ListenerEntry {
    private final List<String> binds;
    private final int port;
    private final List<ChainSpec> chains;
    private PortProtocol protocol;
    private boolean locked;

    ListenerEntry(List<String> binds, int port, PortProtocol protocol, List<ChainSpec> chains) {
        this.binds = binds;
        this.port = port;
        this.protocol = protocol;
        this.chains = new ArrayList<>(chains);
    }

    PortProtocol protocol() {
        return protocol;
    }

    boolean isLocked() {
        return locked;
    }

    void lock() {
        locked = true;
    }

    void detectProtocol() {
        protocol = PortProtocol.UNSUPPORTED;
    }

    void merge(List<ChainSpec> incoming) {
        for (ChainSpec chain : incoming) {
            if (chains.stream().noneMatch(existing -> existing.conflictsWith(chain))) {
                chains.add(chain);
            }
        }
    }

    /** {@return the listener, once per address that it binds; all have the name of the first} */
    List<ProxyListener> toListeners(FilterChain passthrough) {
        List<FilterChain> conditional = new ArrayList<>();
        Optional<FilterChain> unconditional = Optional.empty();
        for (ChainSpec chain : chains) {
            if (chain.matchesAll()) {
                unconditional = Optional.of(chain.toFilterChain());
            } else {
                conditional.add(chain.toFilterChain());
            }
        }
        boolean only = conditional.isEmpty() && unconditional.isPresent();
        List<FilterChain> filterChains = only ? List.of(unconditional.get()) : conditional;
        Optional<FilterChain> defaultChain = only ? Optional.empty() : unconditional.or(() -> Optional.of(passthrough));
        boolean detectsTls =
                chains.stream().anyMatch(chain -> !chain.serverNames().isEmpty());
        boolean detectsHttp = chains.stream().anyMatch(ChainSpec::plaintextHttp);
        return binds.stream()
                .map(address -> ProxyListener.builder()
                        .name(name(binds.get(0), port))
                        .address(address)
                        .port(port)
                        .filterChains(filterChains)
                        .defaultFilterChain(defaultChain)
                        .detectsTls(detectsTls)
                        .detectsHttp(detectsHttp)
                        .build())
                .toList();
    }

    private static String name(String bind, int port) {
        return port == 0 ? bind : bind + "_" + port;
    }
}
