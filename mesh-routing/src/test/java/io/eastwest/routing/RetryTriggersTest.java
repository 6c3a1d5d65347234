package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.OutcomeBuilder;
import io.eastwest.routing.proxy.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTriggersTest {
    private static HttpRequest request(String contentType) {
        return HttpRequest.builder()
                .authority("shop")
                .addHeader(new Header("Content-Type", contentType))
                .build();
    }

    private static boolean repeats(String retryOn, String contentType, CallEnding ending) {
        RetryPolicy policy = RetryPolicy.builder()
                .attempts(2)
                .retryOn(retryOn)
                .retriableStatusCodes(List.of(418))
                .build();
        return new RetryTriggers(policy, Optional.of(request(contentType))).repeats(ending);
    }

    private static CallEnding ending(TryResult result, Outcome.Kind kind, Reason reason, OptionalInt status) {
        OutcomeBuilder outcome = Outcome.builder()
                .kind(kind)
                .share(Share.ONE)
                .flags("-")
                .closed(false)
                .reason(reason)
                .status(status);
        return new CallEnding(outcome.build(), result);
    }

    private static CallEnding answer(int status) {
        return ending(TryResult.RESPONSE, Outcome.Kind.DIRECT, Reason.DIRECT_RESPONSE, OptionalInt.of(status));
    }

    private static CallEnding broken(TryResult result) {
        return ending(result, Outcome.Kind.REFUSED, Reason.UPSTREAM_CONNECT_FAILED, OptionalInt.of(503));
    }

    @ParameterizedTest
    @CsvSource({
        "connect-failure, true, false",
        "reset, true, true",
        "5xx, true, true",
        "gateway-error, true, true",
        "retriable-4xx, false, false",
        "'unavailable,cancelled', false, false",
        "'unavailable,connect-failure', true, false"
    })
    void connectionsThatFailAreRepeated(String retryOn, boolean connect, boolean reset) {
        assertThat(repeats(retryOn, "text/html", broken(TryResult.CONNECT_FAILURE)))
                .isEqualTo(connect);
        assertThat(repeats(retryOn, "text/html", broken(TryResult.RESET))).isEqualTo(reset);
    }

    @Nested
    class Answers {
        @ParameterizedTest
        @CsvSource({
            "5xx, 500, true",
            "5xx, 499, false",
            "gateway-error, 502, true",
            "gateway-error, 503, true",
            "gateway-error, 504, true",
            "gateway-error, 500, false",
            "retriable-4xx, 409, true",
            "retriable-4xx, 429, false",
            "retriable-status-codes, 418, true",
            "retriable-status-codes, 419, false",
            "reset, 503, false",
            "'reset,retriable-4xx', 409, true"
        })
        void areRepeatedByTheirStatus(String retryOn, int status, boolean repeated) {
            assertThat(repeats(retryOn, "text/html", answer(status))).isEqualTo(repeated);
        }

        @Test
        void withoutStatusAreTakenForGood() {
            CallEnding silent =
                    ending(TryResult.RESPONSE, Outcome.Kind.DIRECT, Reason.DIRECT_RESPONSE, OptionalInt.empty());

            assertThat(repeats("5xx,gateway-error,retriable-4xx", "text/html", silent))
                    .isFalse();
        }
    }

    @Nested
    class AnswersToGrpc {
        @ParameterizedTest
        @CsvSource({
            "NO_HEALTHY_UPSTREAM, 503, true",
            "CLUSTER_NOT_FOUND, 503, true",
            "UPSTREAM_CONNECT_FAILED, 503, true",
            "TLS_HANDSHAKE_FAILED, 503, true",
            "FAULT_ABORT, 503, true",
            "FAULT_ABORT, 429, true",
            "FAULT_ABORT, 500, false",
            "ROUTE_NOT_FOUND, 404, false",
            "DIRECT_RESPONSE, 503, false"
        })
        void areRepeatedWhereTheirReasonIsUnavailable(Reason reason, int status, boolean repeated) {
            CallEnding refused = ending(TryResult.RESPONSE, Outcome.Kind.REFUSED, reason, OptionalInt.of(status));

            assertThat(repeats("unavailable", "application/grpc", refused)).isEqualTo(repeated);
            assertThat(repeats("unavailable", "application/grpc+proto", refused))
                    .isEqualTo(repeated);
            assertThat(repeats("5xx,gateway-error", "application/grpc", refused))
                    .isFalse();
        }

        @Test
        void thatRedirectAreNotRepeated() {
            CallEnding moved = ending(
                    TryResult.RESPONSE, Outcome.Kind.REDIRECTED, Reason.NO_HEALTHY_UPSTREAM, OptionalInt.of(302));

            assertThat(repeats("unavailable", "application/grpc", moved)).isFalse();
        }
    }

    @Test
    void aRequestOfGrpcIsKnownByItsContent() {
        assertThat(RetryTriggers.isGrpc(request("application/grpc"))).isTrue();
        assertThat(RetryTriggers.isGrpc(request("application/grpc+json"))).isTrue();
        assertThat(RetryTriggers.isGrpc(request("application/grpc-web"))).isFalse();
        assertThat(RetryTriggers.isGrpc(HttpRequest.builder().authority("shop").build()))
                .isFalse();
    }
}
