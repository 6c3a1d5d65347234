package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainBuilder;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.TransportProtocol;
import io.eastwest.routing.envoy.WeightedCluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionOutcomesTest {
    private static FilterChainBuilder tcp(String name, String cluster) {
        return FilterChain.builder()
                .name(name)
                .filter(new TcpProxy(List.of(WeightedCluster.of(cluster, 1)), false, List.of()));
    }

    private static Cluster original(String name) {
        return TestProxy.clusterOf(name).toBuilder()
                .type(ClusterType.ORIGINAL_DST)
                .assignment(List.of())
                .build();
    }

    private static TlsClientHello hello(String serverName, String... protocols) {
        return new TlsClientHello(
                serverName.isEmpty() ? Optional.empty() : Optional.of(serverName), List.of(protocols));
    }

    private static ProxyAnswer bytes(TestProxy proxy, ConnectionBuilder connection) {
        return proxy.answer(ProxyLeg.OUTBOUND, connection, Optional.empty());
    }

    @Nested
    class WhenAListenerIsChosen {
        private final TestProxy proxy = new TestProxy()
                .outbound(TestProxy.listener(
                        "0.0.0.0", 15001, tcp("catch-all", "PassthroughCluster").build()))
                .outbound(TestProxy.listener("0.0.0.0", 9000, tcp("", "a").build()))
                .outbound(TestProxy.listener("10.96.0.2", 9000, tcp("", "b").build()))
                .endpoints("a", "10.0.0.1:9000")
                .endpoints("b", "10.0.0.2:9000")
                .cluster(original("PassthroughCluster"));

        @ParameterizedTest
        @CsvSource({
            "10.96.0.2, 9000, 10.96.0.2_9000, 10.0.0.2:9000",
            "10.96.0.3, 9000, 0.0.0.0_9000,   10.0.0.1:9000",
            "10.96.0.2, 7000, 0.0.0.0_15001,  10.96.0.2:7000",
            "2001:db8::1, 7000, 0.0.0.0_15001,  [2001:db8::1]:7000",
        })
        void exactBeatsWildcardBeatsTheOneForAllCapturedTraffic(String ip, int port, String listener, String endpoint) {
            ProxyAnswer answer = bytes(proxy, TestProxy.dial(ip, port));

            assertThat(answer.listener()).contains(listener);
            assertThat(answer.endpoints())
                    .extracting(target -> target.endpoint().address(), TargetShare::share)
                    .containsExactly(tuple(endpoint, Share.ONE));
        }

        @Test
        void aGatewayRefusesAPortWithoutListener() {
            ProxyAnswer answer = proxy.answer(ProxyLeg.GATEWAY, TestProxy.dial("10.0.0.7", 7000), Optional.empty());

            assertThat(answer.outcome().reason()).isEqualTo(Reason.NO_LISTENER);
            assertThat(answer.outcome().closed()).isTrue();
            assertThat(answer.listener()).isEmpty();
        }
    }

    @Nested
    class WhenAFilterChainIsChosen {
        private FilterChain chain(String name, FilterChainMatch match) {
            return tcp(name, "a").match(match).build();
        }

        private Optional<String> chosen(ConnectionBuilder connection, FilterChain... chains) {
            TestProxy proxy = new TestProxy()
                    .outbound(TestProxy.listener("0.0.0.0", 443, chains))
                    .endpoints("a", "10.0.0.1:443");
            return bytes(proxy, connection).filterChain();
        }

        @ParameterizedTest
        @CsvSource({
            "www.a.example,   exact",
            "WWW.A.example,   exact",
            "x.a.example,     near",
            "x.y.a.example,   near",
            "b.example,       far",
            "example,         any",
            "other.io,        any",
            "'',              any",
        })
        void theMostSpecificNameWins(String serverName, String expected) {
            assertThat(chosen(
                            TestProxy.dial("10.1.1.1", 443).tls(hello(serverName)),
                            chain("any", FilterChainMatch.any()),
                            chain(
                                    "far",
                                    FilterChainMatch.builder()
                                            .addServerName("*.example")
                                            .build()),
                            chain(
                                    "near",
                                    FilterChainMatch.builder()
                                            .addServerName("*.a.example")
                                            .build()),
                            chain(
                                    "exact",
                                    FilterChainMatch.builder()
                                            .addServerName("www.a.example")
                                            .build())))
                    .contains(expected);
        }

        @Test
        void theLongestRangeDecidesFirstAndIsNotLeftAgain() {
            FilterChain wide = chain(
                    "wide",
                    FilterChainMatch.builder()
                            .addPrefixRange("10.1.0.0/16")
                            .addServerName("a.example")
                            .build());
            FilterChain narrow = chain(
                    "narrow",
                    FilterChainMatch.builder()
                            .addPrefixRange("10.1.1.1/32")
                            .addServerName("b.example")
                            .build());

            assertThat(chosen(TestProxy.dial("10.1.2.2", 443).tls(hello("a.example")), wide, narrow))
                    .contains("wide");
            assertThat(chosen(TestProxy.dial("10.1.1.1", 443).tls(hello("a.example")), wide, narrow))
                    .isEmpty();
        }

        @Test
        void theProtocolThatTheClientNamesFirstWins() {
            FilterChain http = chain(
                    "http",
                    FilterChainMatch.builder()
                            .transportProtocol(TransportProtocol.TLS)
                            .addApplicationProtocol("istio-http/1.1")
                            .build());
            FilterChain tcp = chain(
                    "tcp",
                    FilterChainMatch.builder()
                            .transportProtocol(TransportProtocol.TLS)
                            .addApplicationProtocol("istio")
                            .build());

            assertThat(chosen(TestProxy.dial("10.1.1.1", 443).tls(hello("", "istio-http/1.1", "istio")), tcp, http))
                    .contains("http");
            assertThat(chosen(TestProxy.dial("10.1.1.1", 443).tls(hello("", "istio", "istio-http/1.1")), tcp, http))
                    .contains("tcp");
            assertThat(chosen(TestProxy.dial("10.1.1.1", 443).tls(hello("", "h2")), tcp, http))
                    .isEmpty();
        }

        @Test
        void aNamedPortHidesChainsForAnyPort() {
            FilterChain any = chain("any", FilterChainMatch.any());
            FilterChain tls = chain(
                    "tls",
                    FilterChainMatch.builder()
                            .destinationPort(443)
                            .transportProtocol(TransportProtocol.TLS)
                            .build());

            assertThat(chosen(TestProxy.dial("10.1.1.1", 443), any, tls)).isEmpty();
        }

        @Test
        void withoutChainTheConnectionIsClosed() {
            TestProxy proxy = new TestProxy()
                    .outbound(TestProxy.listener(
                            "0.0.0.0",
                            443,
                            chain(
                                    "",
                                    FilterChainMatch.builder()
                                            .addServerName("a")
                                            .build())));

            ProxyAnswer answer = bytes(proxy, TestProxy.dial("10.1.1.1", 443));

            assertThat(answer.outcome().flags()).isEqualTo("NR");
            assertThat(answer.outcome().reason()).isEqualTo(Reason.FILTER_CHAIN_NOT_FOUND);
            assertThat(answer.outcome().closed()).isTrue();
        }

        @Test
        void onlyDetectedHttpTakesTheHttpChain() {
            FilterChain http = TestProxy.http("8080").toBuilder()
                    .match(FilterChainMatch.builder()
                            .transportProtocol(TransportProtocol.RAW_BUFFER)
                            .addApplicationProtocol("http/1.1")
                            .addApplicationProtocol("h2c")
                            .build())
                    .build();
            ProxyListener listener = TestProxy.listener("0.0.0.0", 8080, http).toBuilder()
                    .defaultFilterChain(
                            tcp("PassthroughFilterChain", "PassthroughCluster").build())
                    .build();
            TestProxy proxy = new TestProxy().outbound(listener).cluster(original("PassthroughCluster"));

            assertThat(proxy.answer(TestProxy.get("/")).filterChain()).contains("");
            assertThat(proxy.answer(TestProxy.get("/").version(HttpVersion.HTTP_2))
                            .filterChain())
                    .contains("");
            assertThat(proxy.answer(TestProxy.get("/").version(HttpVersion.HTTP_1_0))
                            .filterChain())
                    .contains("PassthroughFilterChain");
            assertThat(bytes(proxy, TestProxy.dial("10.96.0.1", 8080)).filterChain())
                    .contains("PassthroughFilterChain");
        }
    }

    @Nested
    class WhenTlsIsTerminated {
        private ProxyAnswer answer(DownstreamTls tls, ConnectionBuilder connection) {
            FilterChain chain = TestProxy.http("8080").toBuilder().tls(tls).build();
            return new TestProxy()
                    .inbound(TestProxy.listener("0.0.0.0", 15006, chain))
                    .answer(
                            ProxyLeg.INBOUND,
                            connection,
                            Optional.of(TestProxy.get("/").build()));
        }

        private final DownstreamTls strict = DownstreamTls.builder()
                .clientCertificate(ClientCertificate.REQUIRED)
                .addTrustDomain("cluster.local")
                .build();

        private ConnectionBuilder encrypted() {
            return TestProxy.dial("10.0.0.5", 8080).tls(hello(""));
        }

        @Test
        void aRequiredCertificateMustBeShown() {
            Outcome outcome = answer(strict, encrypted()).outcome();

            assertThat(outcome.reason()).isEqualTo(Reason.TLS_HANDSHAKE_FAILED);
            assertThat(outcome.detail()).isEqualTo("PEER_DID_NOT_RETURN_A_CERTIFICATE");
            assertThat(outcome.closed()).isTrue();
        }

        @Test
        void itsTrustDomainMustBeAccepted() {
            assertThat(answer(strict, encrypted().peer(new Peer("other/ns/a/sa/b")))
                            .outcome()
                            .detail())
                    .isEqualTo("CERTIFICATE_VERIFY_FAILED");
            assertThat(answer(strict, encrypted().peer(new Peer("cluster.local")))
                            .outcome()
                            .detail())
                    .isEqualTo("CERTIFICATE_VERIFY_FAILED");
            assertThat(answer(strict, encrypted().peer(new Peer("cluster.local/ns/a/sa/b")))
                            .outcome()
                            .reason())
                    .isEqualTo(Reason.ROUTE_NOT_FOUND);
        }

        @Test
        void anOptionalCertificateMayBeMissing() {
            DownstreamTls optional = strict.toBuilder()
                    .clientCertificate(ClientCertificate.OPTIONAL)
                    .build();

            assertThat(answer(optional, encrypted()).outcome().reason()).isEqualTo(Reason.ROUTE_NOT_FOUND);
        }

        @Test
        void plaintextCannotShakeHands() {
            assertThat(answer(strict, TestProxy.dial("10.0.0.5", 8080))
                            .outcome()
                            .reason())
                    .isEqualTo(Reason.TLS_HANDSHAKE_FAILED);
        }
    }

    @Nested
    class WhenTheBytesAreNotHttp {
        @Test
        void tlsAndRawBytesAreCodecErrors() {
            TestProxy proxy = TestProxy.serving();

            for (Connection connection : List.of(
                    TestProxy.dial("10.96.0.1", 8080).build(),
                    TestProxy.dial("10.96.0.1", 8080).tls(hello("shop")).build())) {
                Outcome outcome = bytes(proxy, connection.toBuilder()).outcome();
                assertThat(outcome.flags()).isEqualTo("DPE");
                assertThat(outcome.reason()).isEqualTo(Reason.PROTOCOL_ERROR);
                assertThat(outcome.closed()).isTrue();
            }
        }
    }

    @Nested
    class WhenBytesAreForwarded {
        @Test
        void theShareOfADeadDestinationIsClosed() {
            TcpProxy filter = new TcpProxy(
                    List.of(
                            WeightedCluster.of("a", 60),
                            WeightedCluster.of("none", 24),
                            WeightedCluster.of("BlackHoleCluster", 16)),
                    false,
                    List.of());
            TestProxy proxy = new TestProxy()
                    .outbound(TestProxy.listener(
                            "0.0.0.0",
                            9000,
                            FilterChain.builder().name("").filter(filter).build()))
                    .endpoints("a", "10.0.0.1:9000")
                    .endpoints("BlackHoleCluster");

            ProxyAnswer answer = bytes(proxy, TestProxy.dial("10.96.0.1", 9000));

            assertThat(answer.outcomes())
                    .extracting(Outcome::kind, Outcome::flags, Outcome::closed, Outcome::share)
                    .containsExactly(
                            tuple(Outcome.Kind.FORWARDED, "-", false, Share.of(60, 100)),
                            tuple(Outcome.Kind.REFUSED, "NC", true, Share.of(24, 100)),
                            tuple(Outcome.Kind.REFUSED, "UH", true, Share.of(16, 100)));
        }

        @Test
        void theNameOfTheServerIsPassedThrough() {
            TestProxy proxy = new TestProxy()
                    .outbound(TestProxy.listener("0.0.0.0", 9000, tcp("", "a").build()))
                    .endpoints("a", "10.0.0.1:9000");

            ProxyAnswer answer = bytes(proxy, TestProxy.dial("10.96.0.1", 9000).tls(hello("api.example")));

            assertThat(answer.upstreamRequests())
                    .singleElement()
                    .satisfies(upstream -> assertThat(upstream.serverName()).contains("api.example"));
        }
    }
}
