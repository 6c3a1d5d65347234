package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.CorsSettingsBuilder;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.ValueMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Further headers of the CORS filter. */
class CorsTest {
    private static CorsSettingsBuilder open() {
        return CorsSettings.builder().addAllowOrigin(new ValueMatch.Prefix("https://"));
    }

    private static ProxyAnswer answer(CorsSettings cors, HttpRequestBuilder request) {
        ProxyRoute route = TestProxy.route("r", "/", TestProxy.to("a")).toBuilder()
                .cors(cors)
                .build();
        return TestProxy.serving(route).endpoints("a", "10.0.0.1:80").answer(request);
    }

    private static HttpRequestBuilder preflight(String origin) {
        return TestProxy.get("/")
                .method("OPTIONS")
                .addHeader(new Header("origin", origin))
                .addHeader(new Header("access-control-request-method", "PUT"));
    }

    private static Map<String, List<String>> headers(CorsSettings cors, HttpRequestBuilder request) {
        return TestProxy.byName(answer(cors, request).response().orElseThrow().headers());
    }

    @Test
    void credentialsAreAllowedOnPreflightsAndAnswers() {
        CorsSettings cors = open().allowCredentials(true).build();

        assertThat(headers(cors, preflight("https://a")))
                .containsOnly(
                        Map.entry("access-control-allow-origin", List.of("https://a")),
                        Map.entry("access-control-allow-credentials", List.of("true")));
        assertThat(TestProxy.byName(answer(cors, TestProxy.get("/").addHeader(new Header("origin", "https://a")))
                        .upstreamRequests()
                        .get(0)
                        .responseHeaders()))
                .containsEntry("access-control-allow-credentials", List.of("true"));
        assertThat(headers(open().allowCredentials(false).build(), preflight("https://a")))
                .containsOnlyKeys("access-control-allow-origin");
    }

    @Test
    void allowedHeadersAreThoseListedOrAskedFor() {
        CorsSettings listed = open().addAllowHeader("x-a").addAllowHeader("x-b").build();
        CorsSettings any = open().addAllowHeader("*").build();
        HttpRequestBuilder asks = preflight("https://a").addHeader(new Header("access-control-request-headers", "x-c"));

        assertThat(headers(listed, asks)).containsEntry("access-control-allow-headers", List.of("x-a,x-b"));
        assertThat(headers(any, asks)).containsEntry("access-control-allow-headers", List.of("x-c"));
        assertThat(headers(any, preflight("https://a"))).doesNotContainKey("access-control-allow-headers");
    }

    @Test
    void aRequestWithoutOriginIsNotDecorated() {
        CorsSettings cors = open().addExposeHeader("x-a").addExposeHeader("x-b").build();

        assertThat(answer(cors, TestProxy.get("/")).upstreamRequests().get(0).responseHeaders())
                .isEmpty();
        assertThat(answer(cors, TestProxy.get("/").addHeader(new Header("origin", "https://a")))
                        .upstreamRequests()
                        .get(0)
                        .responseHeaders())
                .containsExactly(
                        new Header("access-control-allow-origin", "https://a"),
                        new Header("access-control-expose-headers", "x-a,x-b"));
        assertThat(answer(cors, preflight("")).outcome().kind()).isEqualTo(Outcome.Kind.FORWARDED);
    }

    @Test
    void aPreflightAsksForAMethod() {
        HttpRequestBuilder asks = TestProxy.get("/").method("OPTIONS").addHeader(new Header("origin", "https://a"));

        assertThat(answer(open().build(), asks).outcome().kind()).isEqualTo(Outcome.Kind.FORWARDED);
    }

    @Test
    void aFailureOfTheProxyIsDecoratedToo() {
        ProxyRoute route = TestProxy.route("r", "/", TestProxy.to("none")).toBuilder()
                .cors(open().build())
                .build();

        assertThat(TestProxy.byName(TestProxy.serving(route)
                        .answer(TestProxy.get("/").addHeader(new Header("origin", "https://a")))
                        .response()
                        .orElseThrow()
                        .headers()))
                .containsEntry("access-control-allow-origin", List.of("https://a"));
    }

    @Test
    void aDelayedPreflightIsAnsweredToo() {
        ProxyRoute route = TestProxy.route("r", "/", TestProxy.to("a")).toBuilder()
                .cors(open().build())
                .fault(FaultInjection.builder()
                        .delay(Duration.ofSeconds(1))
                        .delayMillionths(250_000)
                        .build())
                .build();

        assertThat(TestProxy.serving(route).answer(preflight("https://a")).outcomes())
                .extracting(outcome -> outcome.reason() + " " + outcome.flags() + " " + outcome.share())
                .containsExactly("CORS_PREFLIGHT - 3/4", "CORS_PREFLIGHT DI 1/4");
    }
}
