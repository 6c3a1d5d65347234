package io.eastwest.routing.proxy;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.TcpProxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What makes Envoy refuse a listener although the control plane sends it.
 *
 * <p>Mirrors envoy source/common/listener_manager/filter_chain_manager_impl.cc:addFilterChains.
 */
final class ListenerRejection {
    private static final String NO_CONDITION = "";

    private ListenerRejection() {}

    /** {@return why Envoy refuses a listener; empty: it takes it} */
    static Optional<String> of(ProxyListener listener) {
        return Stream.concat(listener.filterChains().stream(), listener.defaultFilterChain().stream())
                .flatMap(chain -> of(chain).stream())
                .findFirst()
                .or(() -> overlap(listener.filterChains()));
    }

    private static Optional<String> of(FilterChain chain) {
        if (chain.filter() instanceof TcpProxy proxy && proxy.clusters().isEmpty()) {
            return Optional.of("the weights of the clusters of a filter chain add up to 0");
        }
        return chain.match().serverNames().stream()
                .filter(name -> name.contains("*") && !name.startsWith("*."))
                .findFirst()
                .map(name -> "server name \"" + name + "\" has a wildcard within a label");
    }

    /** Two filter chains must not be for the same connections. */
    private static Optional<String> overlap(List<FilterChain> chains) {
        Set<List<String>> taken = new LinkedHashSet<>();
        for (FilterChain chain : chains) {
            Optional<List<String>> twice = conditions(chain.match())
                    .filter(condition -> !taken.add(condition))
                    .findFirst();
            if (twice.isPresent()) {
                return twice.map(condition -> "two filter chains are for " + condition);
            }
        }
        return Optional.empty();
    }

    private static Stream<List<String>> conditions(FilterChainMatch match) {
        String port = match.destinationPort().isPresent()
                ? Integer.toString(match.destinationPort().getAsInt())
                : NO_CONDITION;
        List<String> ranges =
                match.prefixRanges().stream().map(ListenerRejection::masked).toList();
        return orNone(ranges).stream()
                .flatMap(range -> orNone(match.serverNames()).stream()
                        .flatMap(name -> orNone(match.applicationProtocols()).stream()
                                .map(protocol -> List.of(
                                        port,
                                        range,
                                        name,
                                        match.transportProtocol().name(),
                                        protocol))));
    }

    private static String masked(String range) {
        return IpBlock.parse(range).map(block -> block.masked().toString()).orElse(range);
    }

    private static List<String> orNone(List<String> values) {
        return values.isEmpty() ? List.of(NO_CONDITION) : values;
    }
}
