package io.eastwest.routing.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import io.eastwest.model.ResourceKey;
import io.eastwest.routing.call.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values between control plane and proxy are unless they say otherwise, and what follows from them. */
class ResourceValuesTest {
    private final ForwardAction forward =
            ForwardAction.builder().addCluster(WeightedCluster.of("a", 1)).build();

    @Nested
    class AListener {
        private final ProxyListener listener = ProxyListener.builder()
                .name("0.0.0.0_80")
                .address("0.0.0.0")
                .port(80)
                .addTlsDetectionException(9000)
                .build();

        @Test
        void looksForTlsAndHttp() {
            assertThat(listener.detectsTls()).isTrue();
            assertThat(listener.detectsHttp()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"true, 80, true", "true, 9000, false", "false, 80, false", "false, 9000, true"})
        void doesTheOppositeOnSomePorts(boolean detects, int port, boolean onPort) {
            ProxyListener other = listener.toBuilder().detectsTls(detects).build();

            assertThat(other.detectsTls(port)).isEqualTo(onPort);
            assertThat(other.name()).isEqualTo("0.0.0.0_80");
        }
    }

    @Nested
    class AFilterChain {
        private final FilterChain chain = FilterChain.builder()
                .name("")
                .filter(new TcpProxy(List.of(), false, List.of()))
                .build();

        @Test
        void takesEveryConnectionAndNoTunnel() {
            assertThat(chain.match()).isEqualTo(FilterChainMatch.any());
            assertThat(chain.match().transportProtocol()).isEqualTo(TransportProtocol.ANY);
            assertThat(chain.tunnelled()).isFalse();
            assertThat(chain.toBuilder().tunnelled(true).build().filter()).isEqualTo(chain.filter());
        }

        @Test
        void isNarrowedByItsConditions() {
            FilterChainMatch match = FilterChainMatch.any().toBuilder().destinationPort(80).build().toBuilder()
                    .addServerName("a.com")
                    .build();

            assertThat(match.destinationPort()).hasValue(80);
            assertThat(match.serverNames()).containsExactly("a.com");
        }

        @Test
        void ofTlsShowsTheCertificateOfTheMesh() {
            DownstreamTls tls = DownstreamTls.builder()
                    .clientCertificate(ClientCertificate.REQUIRED)
                    .build();

            assertThat(tls.meshCertificates()).isTrue();
            assertThat(tls.toBuilder().meshCertificates(false).build().clientCertificate())
                    .isEqualTo(ClientCertificate.REQUIRED);
        }
    }

    @Nested
    class ARoute {
        private final ProxyRoute route = ProxyRoute.builder()
                .name("r")
                .match(RouteMatch.builder().path(new PathMatch.Prefix("/")).build())
                .action(forward)
                .build();

        @Test
        void changesNoHeadersAndLooksAtTheCaseOfThePath() {
            assertThat(route.requestHeaders().isEmpty()).isTrue();
            assertThat(route.responseHeaders()).isEqualTo(HeaderMutations.NONE);
            assertThat(route.match().caseSensitive()).isTrue();
            assertThat(route.match().toBuilder().caseSensitive(false).build().path())
                    .isEqualTo(new PathMatch.Prefix("/"));
            assertThat(route.toBuilder().name("s").build().action()).isEqualTo(forward);
        }

        @Test
        void forwardsWithoutTimeoutAndAnswers503WithoutCluster() {
            assertThat(forward.timeout()).isZero();
            assertThat(forward.weighted()).isFalse();
            assertThat(forward.grpcTimeoutLimited()).isTrue();
            assertThat(forward.maxStreamDurationSent()).isFalse();
            assertThat(forward.clusterNotFoundStatus()).isEqualTo(503);
            assertThat(forward.toBuilder().weighted(true).build().clusters()).isEqualTo(forward.clusters());
        }

        @Test
        void triesWhereverTheBalancerLeads() {
            RetryPolicy retries =
                    RetryPolicy.builder().attempts(2).retryOn("reset").build();

            assertThat(retries.previousHosts()).isFalse();
            assertThat(retries.previousPriorities()).isFalse();
            assertThat(retries.toBuilder().previousHosts(true).build().retryOn())
                    .isEqualTo("reset");
        }

        @Test
        void delaysAndAbortsNothing() {
            FaultInjection fault = FaultInjection.builder().build();

            assertThat(fault.delayMillionths()).isZero();
            assertThat(fault.abortMillionths()).isZero();
            assertThat(fault.toBuilder().abortStatus(500).build().abortStatus()).hasValue(500);
        }

        @Test
        void passesPreflightsOn() {
            CorsSettings cors = CorsSettings.builder().addAllowMethod("GET").build();

            assertThat(cors.forwardNotMatchingPreflights()).isTrue();
            assertThat(cors.toBuilder()
                            .forwardNotMatchingPreflights(false)
                            .build()
                            .allowMethods())
                    .containsExactly("GET");
        }

        @Test
        void redirectsAsItIsTold() {
            RedirectAction redirect = RedirectAction.builder().status(301).build();

            assertThat(redirect.toBuilder().host("a.com").build())
                    .isEqualTo(
                            RedirectAction.builder().status(301).host("a.com").build());
        }
    }

    @Nested
    class HeaderChanges {
        private final Header header = new Header("x", "1");

        @Test
        void areNoneWhereNothingIsAddedSetOrRemoved() {
            assertThat(HeaderMutations.NONE.isEmpty()).isTrue();
            assertThat(new HeaderMutations(List.of(header), List.of(), List.of()).isEmpty())
                    .isFalse();
            assertThat(new HeaderMutations(List.of(), List.of(header), List.of()).isEmpty())
                    .isFalse();
            assertThat(new HeaderMutations(List.of(), List.of(), List.of("x")).isEmpty())
                    .isFalse();
        }
    }

    @Nested
    class ACluster {
        private final Cluster cluster = Cluster.builder()
                .name("a")
                .type(ClusterType.EDS)
                .loadBalancing(new LoadBalancingPolicy.Simple("LEAST_REQUEST"))
                .tls(UpstreamTls.none())
                .build();

        @Test
        void speaksHttp1InPlaintextAndConnectsWithinTenSeconds() {
            assertThat(cluster.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(cluster.protocol()).isEqualTo(UpstreamProtocol.HTTP_1);
            assertThat(cluster.tls().mode()).isEqualTo(UpstreamTls.Mode.NONE);
            assertThat(cluster.localityWeighted()).isFalse();
            assertThat(cluster.circuitBreakers()).isEqualTo(CircuitBreakers.NONE);
            assertThat(cluster.toBuilder().upstreamPort(80).build().name()).isEqualTo("a");
        }

        @Test
        void isLimitedByWhatIsSaid() {
            assertThat(CircuitBreakers.NONE.maxConnections()).isEmpty();
            assertThat(CircuitBreakers.NONE.toBuilder().maxRequests(3).build().maxRequests())
                    .hasValue(3);
            assertThat(UpstreamTls.none().toBuilder().sni("a.com").build().sni())
                    .contains("a.com");
        }

        @Test
        void balancesByName() {
            assertThat(cluster.loadBalancing().name()).isEqualTo("LEAST_REQUEST");
            assertThat(new LoadBalancingPolicy.RingHash(1024).name()).isEqualTo("RING_HASH");
            assertThat(new LoadBalancingPolicy.Maglev(65537).name()).isEqualTo("MAGLEV");
        }

        @Test
        void ejectsErrorsOfBothSidesAlike() {
            OutlierSettings settings =
                    OutlierSettings.builder().consecutive5xx(5).build();

            assertThat(settings.splitExternalLocalOriginErrors()).isFalse();
            assertThat(settings.toBuilder().maxEjectionPercent(50).build().consecutive5xx())
                    .hasValue(5);
        }
    }

    @Nested
    class Endpoints {
        @Test
        void areHealthyAndWeighOne() {
            LbEndpoint endpoint =
                    LbEndpoint.builder().address("10.0.0.1:80").mutualTls(false).build();

            assertThat(endpoint.weight()).isEqualTo(1);
            assertThat(endpoint.health()).isEqualTo(EndpointHealth.HEALTHY);
            assertThat(endpoint.tunnel()).isFalse();
            assertThat(endpoint.toBuilder().weight(3).build().address()).isEqualTo("10.0.0.1:80");
        }

        @ParameterizedTest
        @CsvSource({"r, z, s, r/z/s", "r, z, '', r/z", "r, '', '', r", "'', '', '', ''", "r, '', s, r//s"})
        void haveThePlaceThatIsKnown(String region, String zone, String subzone, String locality) {
            LocalityEndpoints group = LocalityEndpoints.builder()
                    .region(region)
                    .zone(zone)
                    .subzone(subzone)
                    .build();

            assertThat(group.locality()).isEqualTo(locality);
            assertThat(group.priority()).isZero();
            assertThat(group.toBuilder().priority(1).build().region()).isEqualTo(region);
        }
    }

    @Nested
    class AVirtualHost {
        @Test
        void mayBeAskedInPlaintext() {
            VirtualHost host = VirtualHost.builder().name("a:80").addDomain("a").build();

            assertThat(host.requiresTls()).isFalse();
            assertThat(host.toBuilder().requiresTls(true).build().domains()).containsExactly("a");
        }
    }

    @Nested
    class Security {
        @Test
        void ofTokensKeepsThemFromTheApplication() {
            JwtFilterRule rule = JwtFilterRule.builder()
                    .issuer("me")
                    .origin(new Origin(ResourceKey.of("security.istio.io", "RequestAuthentication", "a", "b"), ""))
                    .build();

            assertThat(rule.forwardsToken()).isFalse();
            assertThat(rule.toBuilder().addAudience("x").build().issuer()).isEqualTo("me");
        }

        @Test
        void looksAtWhatItIsGiven() {
            RbacInput input = RbacInput.builder()
                    .sourceAddress("10.0.0.1")
                    .remoteAddress("10.0.0.1")
                    .destinationAddress("10.0.0.2")
                    .destinationPort(80)
                    .build();

            assertThat(input.toBuilder().principal("p").build().destinationPort())
                    .isEqualTo(80);
        }
    }

    @Nested
    class Lists {
        @Test
        void areThoseOfTheTimeWhenAValueWasMade() {
            List<String> names = new ArrayList<>(List.of("a"));
            ClaimMatch claim = new ClaimMatch(names, new ValueMatch.Present(), false);
            PolicyTest test = new PolicyTest("p", names, false, true);
            HashPolicy.OfCookie cookie = new HashPolicy.OfCookie("c", Optional.empty(), Optional.empty(), names);
            names.add("b");

            assertThat(claim.path()).containsExactly("a");
            assertThat(test.values()).containsExactly("a");
            assertThat(cookie.attributes()).containsExactly("a");
            assertThat(new HashPolicy.OfCookie("c", Optional.empty(), Optional.empty()).attributes())
                    .isEmpty();
        }
    }

    @Nested
    class Expressions {
        @Test
        void repeatAPartAThousandTimesAtMost() {
            assertThat(Expression.compile("a{1000}").matches("a".repeat(1000))).isTrue();
            assertThatThrownBy(() -> Expression.compile("(a{500}){3}"))
                    .isInstanceOf(PatternSyntaxException.class)
                    .hasMessageContaining("bad repetition operator");
        }
    }
}
