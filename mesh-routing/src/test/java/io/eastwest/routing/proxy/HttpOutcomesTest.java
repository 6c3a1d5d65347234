package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.Mirror;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOutcomesTest {
    private static HttpRequestBuilder grpc() {
        return TestProxy.get("/fx.Rates/Get")
                .method("POST")
                .version(HttpVersion.HTTP_2)
                .addHeader(new Header("content-type", "application/grpc"));
    }

    @Nested
    class WhenNothingServesTheRequest {
        @Test
        void noRouteIsNotFound() {
            ProxyAnswer answer = TestProxy.serving().answer(TestProxy.get("/"));

            assertThat(answer.outcome().status()).hasValue(404);
            assertThat(answer.outcome().flags()).isEqualTo("NR");
            assertThat(answer.virtualHost()).contains("shop:8080");
            assertThat(answer.response()).isEmpty();
        }

        @Test
        void aMissingClusterIsUnavailableAndStillNamed() {
            ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", TestProxy.to("none")))
                    .answer(TestProxy.get("/"));

            assertThat(answer.outcome().status()).hasValue(503);
            assertThat(answer.outcome().flags()).isEqualTo("NC");
            assertThat(answer.clusters()).extracting(ClusterShare::name).containsExactly("none");
        }

        @Test
        void aMissingClusterOfAGatewayApiRouteIsAnInternalError() {
            ForwardAction action =
                    TestProxy.to("none").toBuilder().clusterNotFoundStatus(500).build();

            assertThat(TestProxy.serving(TestProxy.route("r", "/", action))
                            .answer(TestProxy.get("/"))
                            .outcome()
                            .status())
                    .hasValue(500);
        }

        @Test
        void aClusterWithoutEndpointIsUnhealthy() {
            ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", TestProxy.to("a")))
                    .endpoints("a")
                    .answer(TestProxy.get("/"));

            assertThat(answer.outcome().status()).hasValue(503);
            assertThat(answer.outcome().flags()).isEqualTo("UH");
            assertThat(answer.response().flatMap(ClientResponse::body)).contains("no healthy upstream");
        }

        @Test
        void grpcClientsGetTheStatusInTheirOwnTerms() {
            ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", TestProxy.to("a")))
                    .endpoints("a")
                    .answer(grpc());

            assertThat(answer.outcome().status()).hasValue(200);
            assertThat(TestProxy.byName(answer.response().orElseThrow().headers()))
                    .containsEntry("grpc-status", List.of("14"))
                    .containsEntry("grpc-message", List.of("no healthy upstream"));
        }

        @Test
        void aHostThatDemandsTlsRedirects() {
            VirtualHost host = VirtualHost.builder()
                    .name("shop:8080")
                    .addDomain("shop")
                    .requiresTls(true)
                    .build();
            ProxyAnswer answer = TestProxy.serving()
                    .routes(new RouteConfiguration("8080", List.of(host)))
                    .answer(TestProxy.get("/x?q=1").authority("shop:8080"));

            assertThat(answer.outcome().status()).hasValue(301);
            assertThat(answer.response().flatMap(ClientResponse::location)).contains("https://shop:8080/x?q=1");
        }
    }

    @Nested
    class WhenDestinationsHaveWeights {
        @Test
        void eachShareEndsAsItsOwnClusterDoes() {
            ForwardAction action = ForwardAction.builder()
                    .weighted(true)
                    .addCluster(WeightedCluster.of("a", 60))
                    .addCluster(WeightedCluster.of("none", 24))
                    .addCluster(WeightedCluster.of("empty", 16))
                    .build();

            ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", action))
                    .endpoints("a", "10.0.0.1:80", "10.0.0.2:80")
                    .endpoints("empty")
                    .answer(TestProxy.get("/"));

            assertThat(answer.outcomes())
                    .extracting(Outcome::kind, Outcome::flags, Outcome::share)
                    .containsExactly(
                            tuple(Outcome.Kind.FORWARDED, "-", Share.of(60, 100)),
                            tuple(Outcome.Kind.REFUSED, "NC", Share.of(24, 100)),
                            tuple(Outcome.Kind.REFUSED, "UH", Share.of(16, 100)));
            assertThat(answer.endpoints()).extracting(TargetShare::share).containsOnly(Share.of(3, 10));
        }

        @Test
        void mirrorsGetTheirShareOfWhatIsForwarded() {
            ForwardAction action = TestProxy.to("a").toBuilder()
                    .addMirror(new Mirror("copy", 250_000))
                    .addMirror(new Mirror("never", 0))
                    .build();

            ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", action))
                    .endpoints("a", "10.0.0.1:80")
                    .answer(TestProxy.get("/"));

            assertThat(answer.mirrors())
                    .extracting(ClusterShare::name, ClusterShare::share)
                    .containsExactly(tuple("copy", Share.of(1, 4)));
        }

        @Test
        void aMirrorWithoutEndpointGetsNothing() {
            ForwardAction action = TestProxy.to("a").toBuilder()
                    .addMirror(new Mirror("copy", 250_000))
                    .build();

            ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", action))
                    .endpoints("a", "10.0.0.1:80")
                    .endpoints("copy")
                    .answer(TestProxy.get("/"));

            assertThat(answer.mirrors())
                    .extracting(ClusterShare::name, ClusterShare::share)
                    .containsExactly(tuple("copy", Share.ZERO));
        }
    }

    @Nested
    class WhenFaultsAreInjected {
        private ProxyRoute faulty(FaultInjection fault) {
            return TestProxy.route("r", "/", TestProxy.to("a")).toBuilder()
                    .fault(fault)
                    .responseHeaders(
                            new HeaderMutations(List.of(), List.of(new Header("x-injected", "yes")), List.of()))
                    .build();
        }

        @Test
        void delayAndAbortAreDrawnOneByOne() {
            FaultInjection fault = FaultInjection.builder()
                    .delay(Duration.ofSeconds(1))
                    .delayMillionths(500_000)
                    .abortStatus(507)
                    .abortMillionths(250_000)
                    .build();

            ProxyAnswer answer = TestProxy.serving(faulty(fault))
                    .endpoints("a", "10.0.0.1:80")
                    .answer(TestProxy.get("/"));

            assertThat(answer.outcomes())
                    .extracting(Outcome::kind, Outcome::flags, Outcome::share)
                    .containsExactly(
                            tuple(Outcome.Kind.FORWARDED, "-", Share.of(3, 8)),
                            tuple(Outcome.Kind.FORWARDED, "DI", Share.of(3, 8)),
                            tuple(Outcome.Kind.DIRECT, "DI,FI", Share.of(1, 8)),
                            tuple(Outcome.Kind.DIRECT, "FI", Share.of(1, 8)));
        }

        @Test
        void anAbortComesBeforeAMissingClusterAndCarriesTheHeadersOfTheRoute() {
            FaultInjection fault = FaultInjection.builder()
                    .abortStatus(429)
                    .abortMillionths(1_000_000)
                    .build();

            ProxyAnswer answer = TestProxy.serving(faulty(fault)).answer(TestProxy.get("/"));

            assertThat(answer.outcomes()).singleElement().satisfies(outcome -> {
                assertThat(outcome.status()).hasValue(429);
                assertThat(outcome.flags()).isEqualTo("FI");
            });
            assertThat(answer.response().orElseThrow().headers())
                    .contains(new Header("x-injected", "yes"), new Header("content-type", "text/plain"));
        }

        @Test
        void aGrpcAbortKeepsItsStatus() {
            FaultInjection fault = FaultInjection.builder()
                    .abortGrpcStatus(8)
                    .abortMillionths(1_000_000)
                    .build();

            ProxyAnswer answer = TestProxy.serving(faulty(fault)).answer(grpc());

            assertThat(TestProxy.byName(answer.response().orElseThrow().headers()))
                    .containsEntry("grpc-status", List.of("8"))
                    .containsEntry("grpc-message", List.of("fault filter abort"));
        }
    }

    @Nested
    class WhenARouteAnswersItself {
        @Test
        void aBodyIsPlainTextUnlessAHeaderSaysElse() {
            ProxyRoute route = TestProxy.route("r", "/", new DirectResponseAction(418, Optional.of("tea"), false));

            ProxyAnswer answer = TestProxy.serving(route).answer(TestProxy.get("/"));

            assertThat(answer.outcome().kind()).isEqualTo(Outcome.Kind.DIRECT);
            assertThat(answer.response().orElseThrow().headers())
                    .containsExactly(new Header("content-type", "text/plain"));
            assertThat(answer.response().orElseThrow().body()).contains("tea");
        }

        @Test
        void aHeadRequestGetsNoBody() {
            ProxyRoute route = TestProxy.route("r", "/", new DirectResponseAction(418, Optional.of("tea"), false));

            ProxyAnswer answer =
                    TestProxy.serving(route).answer(TestProxy.get("/").method("HEAD"));

            assertThat(answer.response().orElseThrow().body()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"301, REDIRECTED", "304, REDIRECTED", "201, DIRECT"})
        void aStatusThatNeedsALocationLeadsToTheSamePlace(int status, Outcome.Kind kind) {
            ProxyRoute route = TestProxy.route("r", "/", new DirectResponseAction(status, Optional.empty(), false));

            ProxyAnswer answer = TestProxy.serving(route).answer(TestProxy.get("/books?id=7"));

            assertThat(answer.outcome().kind()).isEqualTo(kind);
            assertThat(answer.response().orElseThrow().location()).contains("http://shop/books?id=7");
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 299, 400})
        void anyOtherStatusLeadsNowhere(int status) {
            ProxyRoute route = TestProxy.route("r", "/", new DirectResponseAction(status, Optional.empty(), false));

            ProxyAnswer answer = TestProxy.serving(route).answer(TestProxy.get("/books"));

            assertThat(answer.outcome().kind()).isEqualTo(Outcome.Kind.DIRECT);
            assertThat(answer.response()).isEmpty();
        }
    }

    @Nested
    class WhenARouteHasACorsPolicy {
        private final CorsSettings settings = CorsSettings.builder()
                .addAllowOrigin(new ValueMatch.Exact("https://app.example"))
                .addAllowMethod("GET")
                .addAllowMethod("POST")
                .maxAge(Duration.ofMinutes(1))
                .addExposeHeader("x-id")
                .build();

        private ProxyAnswer answer(CorsSettings cors, String method, String origin) {
            ProxyRoute route = TestProxy.route("r", "/", TestProxy.to("a")).toBuilder()
                    .cors(cors)
                    .build();
            return TestProxy.serving(route)
                    .endpoints("a", "10.0.0.1:80")
                    .answer(TestProxy.get("/")
                            .method(method)
                            .addHeader(new Header("Origin", origin))
                            .addHeader(new Header("Access-Control-Request-Method", "DELETE")));
        }

        @Test
        void aPreflightOfAnAcceptedOriginIsAnswered() {
            ProxyAnswer answer = answer(settings, "OPTIONS", "https://app.example");

            assertThat(answer.outcome().reason()).isEqualTo(Reason.CORS_PREFLIGHT);
            assertThat(TestProxy.byName(answer.response().orElseThrow().headers()))
                    .containsEntry("access-control-allow-origin", List.of("https://app.example"))
                    .containsEntry("access-control-allow-methods", List.of("GET,POST"))
                    .containsEntry("access-control-max-age", List.of("60"))
                    .containsEntry("access-control-expose-headers", List.of("x-id"));
        }

        @Test
        void aPreflightOfAnotherOriginIsForwarded() {
            assertThat(answer(settings, "OPTIONS", "https://evil.example")
                            .outcome()
                            .kind())
                    .isEqualTo(Outcome.Kind.FORWARDED);
        }

        @Test
        void aPreflightOfAnotherOriginIsAnsweredWithoutItWhenItIsNotForwarded() {
            CorsSettings strict =
                    settings.toBuilder().forwardNotMatchingPreflights(false).build();

            ProxyAnswer answer = answer(strict, "OPTIONS", "https://evil.example");

            assertThat(answer.outcome().status()).hasValue(200);
            assertThat(TestProxy.byName(answer.response().orElseThrow().headers()))
                    .containsOnlyKeys("access-control-allow-methods", "access-control-max-age");
        }

        @Test
        void anyOtherRequestIsForwardedAndTheAnswerNamesTheOrigin() {
            ProxyAnswer answer = answer(settings, "GET", "https://app.example");

            assertThat(TestProxy.byName(answer.upstreamRequests().get(0).responseHeaders()))
                    .containsOnlyKeys("access-control-allow-origin", "access-control-expose-headers");
        }

        @Test
        void aStarTakesEveryOriginAndEveryMethod() {
            CorsSettings open = CorsSettings.builder()
                    .addAllowOrigin(new ValueMatch.Exact("*"))
                    .addAllowMethod("*")
                    .build();

            ProxyAnswer answer = answer(open, "OPTIONS", "https://any.example");

            assertThat(TestProxy.byName(answer.response().orElseThrow().headers()))
                    .containsEntry("access-control-allow-origin", List.of("https://any.example"))
                    .containsEntry("access-control-allow-methods", List.of("DELETE"));
        }
    }

    @Nested
    class WhenTheBackendOfAGrpcCallIsToldATimeout {
        private List<String> told(Duration route, String... caller) {
            ForwardAction action = TestProxy.to("a").toBuilder()
                    .timeout(route)
                    .grpcTimeoutLimited(true)
                    .build();
            HttpRequestBuilder request = grpc();
            List.of(caller).forEach(value -> request.addHeader(new Header("grpc-timeout", value)));
            ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", action))
                    .endpoints("a", "10.0.0.1:80")
                    .answer(request);
            return TestProxy.byName(answer.upstreamRequests().get(0).headers()).getOrDefault("grpc-timeout", List.of());
        }

        @Test
        void theShorterOneWins() {
            assertThat(told(Duration.ofSeconds(2))).containsExactly("2000m");
            assertThat(told(Duration.ofSeconds(2), "5S")).containsExactly("2000m");
            assertThat(told(Duration.ofSeconds(2), "150m")).containsExactly("150m");
            assertThat(told(Duration.ZERO, "7S")).containsExactly("7000m");
            assertThat(told(Duration.ZERO)).isEmpty();
        }
    }
}
