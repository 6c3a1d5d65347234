package io.eastwest.routing.proxy;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.TransportProtocol;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The filter chains of a listener. Conditions are looked at one after the other: destination port, destination address, SNI,
 * transport, protocol; each keeps only the chains that fit best, and what it leaves out is not tried again. If nothing is left the
 * default chain takes the connection.
 *
 * <p>Mirrors envoy source/common/listener_manager/filter_chain_manager_impl.cc:findFilterChain.
 */
final class ListenerChains {
    private final ProxyListener listener;
    private final List<ChainMatcher> chains;
    private final ChainIndex index;

    ListenerChains(ProxyListener listener) {
        this.listener = listener;
        this.chains = listener.filterChains().stream().map(ChainMatcher::new).toList();
        this.index = new ChainIndex(chains);
    }

    ProxyListener listener() {
        return listener;
    }

    Optional<FilterChain> find(Connection connection, Handshake handshake, Trace trace) {
        Optional<IpBlock> address = IpBlock.parseAddress(connection.destinationAddress());
        List<ChainMatcher> left =
                trace.isRecording() ? chains : index.candidates(connection.destinationPort(), handshake.serverName());
        left = best(
                left,
                chain -> chain.port(connection.destinationPort()),
                trace,
                new Condition(
                        "destination port",
                        match -> match.destinationPort().stream().boxed().toList(),
                        Integer.toString(connection.destinationPort())));
        left = best(
                left,
                chain -> chain.address(address),
                trace,
                new Condition("destination address", FilterChainMatch::prefixRanges, connection.destinationAddress()));
        left = best(
                left,
                chain -> chain.serverName(handshake.serverName()),
                trace,
                new Condition("SNI", FilterChainMatch::serverNames, '"' + handshake.serverName() + '"'));
        left = best(
                left,
                chain -> chain.transport(handshake.tls()),
                trace,
                new Condition(
                        "transport",
                        match -> List.of(match.transportProtocol()),
                        (handshake.tls() ? TransportProtocol.TLS : TransportProtocol.RAW_BUFFER).name()));
        left = best(
                left,
                chain -> chain.protocol(handshake.protocols()),
                trace,
                new Condition(
                        "protocol",
                        FilterChainMatch::applicationProtocols,
                        handshake.protocols().toString()));
        Optional<FilterChain> found =
                left.stream().map(ChainMatcher::chain).findFirst().or(listener::defaultFilterChain);
        boolean byDefault = left.isEmpty();
        found.ifPresent(chain -> trace.taken(
                TraceStep.Stage.FILTER_CHAIN,
                chain.name(),
                Trace.first(chain.origins()),
                () -> byDefault ? "default filter chain" : handshake.describe()));
        return found;
    }

    /**
     * What is looked at.
     *
     * @param field its name
     * @param expected what a chain asks for; empty: anything
     * @param actual what the connection has
     */
    private record Condition(String field, Function<FilterChainMatch, List<?>> expected, String actual) {
        Mismatch mismatch(FilterChainMatch match) {
            List<?> wanted = expected.apply(match);
            return new Mismatch(field, wanted.isEmpty() ? "any" : "one of " + wanted, actual);
        }
    }

    private static List<ChainMatcher> best(
            List<ChainMatcher> chains, ToIntFunction<ChainMatcher> rank, Trace trace, Condition condition) {
        int best = chains.stream().mapToInt(rank).max().orElse(-1);
        List<ChainMatcher> kept = new ArrayList<>();
        for (ChainMatcher chain : chains) {
            int own = rank.applyAsInt(chain);
            if (best >= 0 && own == best) {
                kept.add(chain);
            } else {
                trace.failed(
                        TraceStep.Stage.FILTER_CHAIN,
                        chain.chain().name(),
                        Trace.first(chain.chain().origins()),
                        own < 0 ? "" : "less specific for",
                        () -> List.of(condition.mismatch(chain.chain().match())));
            }
        }
        return kept;
    }
}
