package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.FilterChainMatchBuilder;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChainIndexProperties {
    /** Somebody who listens makes the choice look at every chain. */
    private static final class Steps implements TraceSink {
        private final List<TraceStep> steps = new ArrayList<>();

        @Override
        public boolean isRecording() {
            return true;
        }

        @Override
        public void step(TraceStep step) {
            steps.add(step);
        }
    }

    @Property
    void chainIsTheSameWhetherTheIndexIsUsedOrEveryChainIsLookedAt(
            @ForAll("matches") List<FilterChainMatch> matches, @ForAll("connections") ConnectionBuilder connection) {
        TestProxy proxy = new TestProxy()
                .outbound(TestProxy.listener("0.0.0.0", 443, chains(matches)))
                .endpoints("a", "10.0.0.1:443");
        Steps steps = new Steps();

        ProxyAnswer quick = proxy.answer(ProxyLeg.OUTBOUND, connection, Optional.empty());
        ProxyAnswer traced = EnvoyProxy.answer(
                proxy, ProxyLeg.OUTBOUND, connection.build(), Optional.empty(), EndpointConditions.HEALTHY, steps);

        assertThat(quick).isEqualTo(traced);
        assertThat(steps.steps).isNotEmpty();
    }

    private static FilterChain[] chains(List<FilterChainMatch> matches) {
        return IntStream.range(0, matches.size())
                .mapToObj(at -> FilterChain.builder()
                        .name("chain-" + at)
                        .match(matches.get(at))
                        .filter(new TcpProxy(List.of(WeightedCluster.of("a", 1)), false, List.of()))
                        .build())
                .toArray(FilterChain[]::new);
    }

    @Provide
    Arbitrary<List<FilterChainMatch>> matches() {
        return Combinators.combine(
                        Arbitraries.of(0, 0, 443, 80),
                        Arbitraries.of("", "", "", "10.0.0.0/8", "10.1.0.0/16"),
                        Arbitraries.of("", "a.example", "b.example", "*.example", "*"))
                .as(ChainIndexProperties::match)
                .list()
                .ofMaxSize(8);
    }

    private static FilterChainMatch match(int port, String range, String name) {
        FilterChainMatchBuilder match = FilterChainMatch.builder();
        if (port != 0) {
            match.destinationPort(port);
        }
        if (!range.isEmpty()) {
            match.addPrefixRange(range);
        }
        if (!name.isEmpty()) {
            match.addServerName(name);
        }
        return match.build();
    }

    @Provide
    Arbitrary<ConnectionBuilder> connections() {
        return Combinators.combine(
                        Arbitraries.of("10.1.1.1", "10.2.1.1", "192.168.0.1"),
                        Arbitraries.of("", "a.example", "b.example", "c.example", "other.io"))
                .as((address, name) -> TestProxy.dial(address, 443)
                        .tls(new TlsClientHello(name.isEmpty() ? Optional.empty() : Optional.of(name), List.of())));
    }
}
