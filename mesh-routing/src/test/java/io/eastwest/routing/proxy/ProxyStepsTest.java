package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.TransportProtocol;
import io.eastwest.routing.envoy.UnmodelledFilter;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.fixture.Steps;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a proxy tells of what it left aside. */
class ProxyStepsTest {
    private static final Origin ORIGIN = new Origin(ResourceKey.of("", "Filter", "shop", "f"), "spec.x");
    private final Steps steps = new Steps();

    private List<String> lines(TestProxy proxy, Optional<HttpRequestBuilder> request, TraceStep.Stage stage) {
        EnvoyProxy.answer(
                proxy,
                ProxyLeg.OUTBOUND,
                TestProxy.dial("10.96.0.1", 8080)
                        .tls(
                                request.isPresent()
                                        ? Optional.empty()
                                        : Optional.of(new TlsClientHello(Optional.of("a.example"), List.of("h2"))))
                        .build(),
                request.map(HttpRequestBuilder::build),
                EndpointConditions.HEALTHY,
                steps);
        return steps.lines(stage);
    }

    private List<String> http(TestProxy proxy, TraceStep.Stage stage) {
        return lines(proxy, Optional.of(TestProxy.get("/")), stage);
    }

    @Nested
    class OfListeners {
        private FilterChain bytes(FilterChainMatch match) {
            return FilterChain.builder()
                    .name("chain")
                    .match(match)
                    .filter(new TcpProxy(List.of(WeightedCluster.of("a", 1)), false, List.of()))
                    .build();
        }

        private List<String> chains(FilterChainMatch... matches) {
            FilterChain[] chains = new FilterChain[matches.length];
            for (int i = 0; i < matches.length; i++) {
                chains[i] = bytes(matches[i]);
            }
            TestProxy proxy = new TestProxy()
                    .outbound(TestProxy.listener("0.0.0.0", 8080, chains).toBuilder()
                            .defaultFilterChain(bytes(FilterChainMatch.any()).toBuilder()
                                    .name("default")
                                    .build())
                            .build());
            return lines(proxy, Optional.empty(), TraceStep.Stage.FILTER_CHAIN);
        }

        @Test
        void thoseOnOtherAddressesAreLeft() {
            TestProxy proxy = TestProxy.serving()
                    .outbound(TestProxy.listener("10.96.0.2", 8080, bytes(FilterChainMatch.any())))
                    .outbound(TestProxy.listener("10.96.0.2", 8081, bytes(FilterChainMatch.any())));

            assertThat(http(proxy, TraceStep.Stage.LISTENER))
                    .containsExactly(
                            "- 10.96.0.2_8080: address: expected 10.96.0.2 but was 10.96.0.1",
                            "+ 0.0.0.0_8080: no listener on 10.96.0.1; port 8080");
        }

        @Test
        void thatEnvoyRefusesAreToldAndReported() {
            TestProxy proxy = new TestProxy()
                    .outbound(TestProxy.listener(
                            "10.96.0.1", 8080, bytes(FilterChainMatch.any()), bytes(FilterChainMatch.any())))
                    .outbound(TestProxy.listener("0.0.0.0", 15001, bytes(FilterChainMatch.any())));

            assertThat(http(proxy, TraceStep.Stage.LISTENER))
                    .containsExactly(
                            "- 10.96.0.1_8080: Envoy refuses it: two filter chains are for [, , , ANY, ]",
                            "+ 0.0.0.0_15001: no listener on port 8080");
            assertThat(proxy.answer(TestProxy.get("/")).findings())
                    .containsExactly("Envoy refuses listener 10.96.0.1_8080: two filter chains are for [, , , ANY, ]");
        }

        @Test
        void eachChainSaysWhatItWants() {
            assertThat(chains(
                            FilterChainMatch.builder().destinationPort(8081).build(),
                            FilterChainMatch.builder()
                                    .addPrefixRange("10.97.0.0/16")
                                    .build(),
                            FilterChainMatch.builder()
                                    .addServerName("b.example")
                                    .build(),
                            FilterChainMatch.builder()
                                    .transportProtocol(TransportProtocol.RAW_BUFFER)
                                    .build(),
                            FilterChainMatch.builder()
                                    .addApplicationProtocol("istio")
                                    .build()))
                    .containsExactly(
                            "- chain: destination port: expected one of [8081] but was 8080",
                            "- chain: destination address: expected one of [10.97.0.0/16] but was 10.96.0.1",
                            "- chain: SNI: expected one of [b.example] but was \"a.example\"",
                            "- chain: transport: expected one of [RAW_BUFFER] but was TLS",
                            "- chain: protocol: expected one of [istio] but was [h2]",
                            "+ default: default filter chain");
        }

        @Test
        void aChainThatFitsLessIsLeft() {
            assertThat(chains(
                            FilterChainMatch.any(),
                            FilterChainMatch.builder()
                                    .addServerName("a.example")
                                    .build()))
                    .containsExactly(
                            "- chain: less specific for SNI: expected any but was \"a.example\"",
                            "+ chain: TLS, SNI a.example, protocols [h2]");
        }
    }

    @Test
    void hostsSayWhichNamesTheyHave() {
        VirtualHost other =
                VirtualHost.builder().name("other").addDomain("other").build();
        TestProxy none = TestProxy.serving().routes(new RouteConfiguration("8080", List.of(other)));

        assertThat(http(none, TraceStep.Stage.VIRTUAL_HOST))
                .containsExactly(
                        "- other: authority: expected one of [other] but was \"shop\"",
                        "- 8080: no virtual host for authority shop");
    }

    @Test
    void onlyTheHostThatTakesTheRequestIsToldAsTaken() {
        VirtualHost other =
                VirtualHost.builder().name("other").addDomain("other").build();
        VirtualHost shop = VirtualHost.builder().name("shop").addDomain("shop").build();
        TestProxy both = TestProxy.serving().routes(new RouteConfiguration("8080", List.of(other, shop)));

        assertThat(http(both, TraceStep.Stage.VIRTUAL_HOST))
                .containsExactly(
                        "- other: authority: expected one of [other] but was \"shop\"",
                        "+ shop: authority shop is in [shop]");
    }

    @Test
    void routesThatAreNotSentAreTold() {
        TestProxy proxy = new TestProxy().outbound(TestProxy.listener("0.0.0.0", 8080, TestProxy.http("8080")));

        assertThat(http(proxy, TraceStep.Stage.VIRTUAL_HOST))
                .containsExactly("- 8080: the control plane sends no route configuration of this name");
    }

    @Test
    void clustersThatAreNotThereAndEmptyOnesAreTold() {
        ForwardAction action = ForwardAction.builder()
                .weighted(true)
                .addCluster(WeightedCluster.of("none", 1))
                .addCluster(WeightedCluster.of("empty", 3))
                .build();
        TestProxy proxy = TestProxy.serving(TestProxy.route("r", "/", action)).endpoints("empty");

        assertThat(http(proxy, TraceStep.Stage.CLUSTER))
                .containsExactly("- none: does not exist; share 1/4", "+ empty: share 3/4");
        assertThat(steps.lines(TraceStep.Stage.ENDPOINT)).containsExactly("- empty: no healthy endpoint for 1");
    }

    @Test
    void theHashThatChoosesIsTold() {
        ForwardAction action = TestProxy.to("a").toBuilder()
                .addHashPolicy(new HashPolicy.OfHeader("x-user"))
                .build();
        TestProxy proxy = TestProxy.serving(TestProxy.route("r", "/", action))
                .cluster(TestProxy.clusterOf("a", "10.0.0.1:80").toBuilder()
                        .loadBalancing(new LoadBalancingPolicy.RingHash(8))
                        .build());

        assertThat(http(proxy, TraceStep.Stage.BALANCING)).contains("+ RING_HASH: no hash of the request");
        assertThat(lines(
                        proxy,
                        Optional.of(TestProxy.get("/").addHeader(new Header("x-user", "ana"))),
                        TraceStep.Stage.BALANCING))
                .anyMatch(line -> line.matches("\\+ RING_HASH: hash \\d+"));
    }

    @Nested
    class OfFilters {
        @Test
        void whatIsNotModelledIsToldOnce() {
            UnmodelledFilter filter = new UnmodelledFilter("f", ORIGIN);
            TestProxy proxy = new TestProxy()
                    .outbound(TestProxy.listener("0.0.0.0", 8080, TestProxy.http("8080", filter, filter)));
            ProxyAnswer answer = proxy.answer(TestProxy.get("/"));

            assertThat(answer.findings())
                    .containsExactly("NOT_MODELLED Filter/shop/f spec.x: may change or end this request");
            assertThat(answer.notModelled())
                    .singleElement()
                    .hasToString(answer.findings().get(0));
            assertThat(new NotModelled(new Origin(ORIGIN.resource(), ""), "x").toText())
                    .isEqualTo("NOT_MODELLED Filter/shop/f: x");
        }

        @Test
        void tokensSayWhichIssuerVerifiesThem() {
            JwtFilter filter = new JwtFilter(
                    List.of(
                            JwtFilterRule.builder().issuer("a").origin(ORIGIN).build(),
                            JwtFilterRule.builder().issuer("b").origin(ORIGIN).build()),
                    false);
            TestProxy proxy =
                    new TestProxy().outbound(TestProxy.listener("0.0.0.0", 8080, TestProxy.http("8080", filter)));
            HttpRequestBuilder request =
                    TestProxy.get("/").token(JwtToken.builder().issuer("b").build());

            assertThat(lines(proxy, Optional.of(request), TraceStep.Stage.FILTER))
                    .containsExactly("- jwt issuer a: Jwt issuer is not configured", "+ jwt issuer b: token verified");
        }

        @Test
        void aFilterWithoutRulesLooksAtNothing() {
            TestProxy proxy = new TestProxy()
                    .outbound(TestProxy.listener(
                            "0.0.0.0", 8080, TestProxy.http("8080", new JwtFilter(List.of(), false))));

            assertThat(http(proxy, TraceStep.Stage.FILTER)).containsExactly("- jwt: no rule, or a preflight");
        }
    }
}
