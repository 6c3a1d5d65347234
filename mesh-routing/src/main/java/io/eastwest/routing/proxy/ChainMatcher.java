package io.eastwest.routing.proxy;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.TransportProtocol;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One filter chain with its conditions compiled. */
final class ChainMatcher {
    private static final String WILDCARD = "*.";

    private final FilterChain chain;
    private final FilterChainMatch match;
    private final List<IpBlock> ranges;
    private final List<String> names;

    ChainMatcher(FilterChain chain) {
        this.chain = chain;
        this.match = chain.match();
        this.ranges = match.prefixRanges().stream()
                .flatMap(text -> IpBlock.parse(text).stream())
                .toList();
        this.names = match.serverNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    FilterChain chain() {
        return chain;
    }

    List<String> names() {
        return names;
    }

    /** {@return whether it takes nothing but connections for names without wildcard} */
    boolean hasOnlyExactNames() {
        return !names.isEmpty() && names.stream().noneMatch(name -> name.startsWith(WILDCARD));
    }

    /** {@return 1: the port is named; 0: any port; -1: another port} */
    int port(int port) {
        if (match.destinationPort().isEmpty()) {
            return 0;
        }
        return match.destinationPort().getAsInt() == port ? 1 : -1;
    }

    /** {@return the length of the longest range that holds the address plus one; 0: any address; -1: another address} */
    int address(Optional<IpBlock> address) {
        if (match.prefixRanges().isEmpty()) {
            return 0;
        }
        return address.stream()
                .flatMap(single -> ranges.stream().filter(range -> range.contains(single)))
                .mapToInt(range -> range.prefixLength() + 1)
                .max()
                .orElse(-1);
    }

    /** {@return rank of the best name: exact above all, longer suffixes above shorter, 0: any name; -1: another name} */
    int serverName(String serverName) {
        return names.isEmpty() ? 0 : best(serverName);
    }

    private int best(String serverName) {
        return names.stream()
                .flatMap(name -> rank(name, serverName).stream())
                .max(Integer::compare)
                .orElse(-1);
    }

    private static Optional<Integer> rank(String name, String serverName) {
        if (name.equals(serverName)) {
            return Optional.of(Integer.MAX_VALUE);
        }
        boolean below = name.startsWith(WILDCARD)
                && serverName.length() > name.length() - 1
                && serverName.endsWith(name.substring(1));
        return below ? Optional.of(name.length()) : Optional.empty();
    }

    /** {@return 1: the transport is named; 0: any; -1: another} */
    int transport(boolean tls) {
        if (match.transportProtocol() == TransportProtocol.ANY) {
            return 0;
        }
        return (match.transportProtocol() == TransportProtocol.TLS) == tls ? 1 : -1;
    }

    /** {@return higher for protocols that the client names earlier; 0: any protocol; -1: none of them} */
    int protocol(List<String> protocols) {
        if (match.applicationProtocols().isEmpty()) {
            return 0;
        }
        return Stream.iterate(0, at -> at < protocols.size(), at -> at + 1)
                .filter(at -> match.applicationProtocols().contains(protocols.get(at)))
                .findFirst()
                .map(at -> protocols.size() - at)
                .orElse(-1);
    }
}
