package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time that a backend is told by the header {@code grpc-timeout}. */
class GrpcTimeoutTest {
    private static String told(String caller, long route, long perTry) {
        ForwardAction action = TestProxy.to("backend").toBuilder()
                .timeout(Duration.ofMillis(route))
                .build();
        if (perTry > 0) {
            action = action.toBuilder()
                    .retries(RetryPolicy.builder()
                            .attempts(1)
                            .retryOn("5xx")
                            .perTryTimeout(Duration.ofMillis(perTry))
                            .build())
                    .build();
        }
        return told(caller, action, "application/grpc");
    }

    private static String told(String caller, ForwardAction action, String contentType) {
        HttpRequestBuilder request = TestProxy.get("/").addHeader(new Header("content-type", contentType));
        if (!caller.isEmpty()) {
            request.addHeader(new Header("grpc-timeout", caller));
        }
        ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", action))
                .endpoints("backend", "10.0.0.1:80")
                .answer(request);
        return String.join(
                ",",
                TestProxy.byName(answer.upstreamRequests().get(0).headers())
                        .getOrDefault("grpc-timeout", List.of("none")));
    }

    @ParameterizedTest
    @CsvSource({
        "2S, 0, 0, 2000m",
        "1H, 0, 0, 3600000m",
        "3M, 0, 0, 180000m",
        "7m, 0, 0, 7m",
        "1u, 0, 0, 1m",
        "1000u, 0, 0, 1m",
        "1001u, 0, 0, 2m",
        "1000000n, 0, 0, 1m",
        "1000001n, 0, 0, 2m",
        "99999999m, 0, 0, 99999999m",
        "100000S, 0, 0, 100000S",
        "99999999S, 0, 0, 99999999S",
        "99999999M, 0, 0, 99999999M",
        "99999999H, 0, 0, 99999999H"
    })
    void isThatOfTheCallerInTheFinestUnitThatFits(String caller, long route, long perTry, String expected) {
        assertThat(told(caller, route, perTry)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2S, 500, 0, 500m",
        "2S, 5000, 0, 2000m",
        "'', 500, 0, 500m",
        "2S, 0, 300, 300m",
        "100m, 0, 300, 100m",
        "2S, 500, 300, 300m",
        "2S, 100, 300, 100m",
        "'', 0, 300, 300m",
        "'', 0, 0, none"
    })
    void isLimitedByTheRouteAndEachTry(String caller, long route, long perTry, String expected) {
        assertThat(told(caller, route, perTry)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"S", "123456789S", "1x", "x1S", "-1S", "1"})
    void thatIsNoneLimitsNothing(String caller) {
        assertThat(told(caller, 500, 0)).isEqualTo("500m");
        assertThat(told(caller, 0, 0)).isEqualTo(caller);
    }

    @Test
    void staysAsItIsWhereTheRouteDoesNotHonourItOrItIsNoGrpc() {
        ForwardAction action = TestProxy.to("backend").toBuilder()
                .timeout(Duration.ofMillis(500))
                .build();

        assertThat(told("2S", action, "application/grpc+proto")).isEqualTo("500m");
        assertThat(told("2S", action, "application/json")).isEqualTo("2S");
        assertThat(told("2S", action.toBuilder().grpcTimeoutLimited(false).build(), "application/grpc"))
                .isEqualTo("2S");
    }
}
