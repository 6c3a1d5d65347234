package io.eastwest.routing;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.proxy.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Which failures a retry policy repeats.
 *
 * <p>Mirrors envoy source/common/router/retry_state_impl.cc:wouldRetryFromHeaders, wouldRetryFromReset. The statuses of gRPC are
 * those of answers that proxies give.
 */
final class RetryTriggers {
    private static final int SERVER_ERROR = 500;
    private static final int CONFLICT = 409;
    private static final int OK = 200;
    private static final List<Integer> GATEWAY_ERRORS = List.of(502, 503, 504);
    private static final List<Integer> UNAVAILABLE = List.of(429, 502, 503, 504);

    private final List<String> conditions;
    private final List<Integer> codes;
    private final boolean grpc;

    RetryTriggers(RetryPolicy policy, Optional<HttpRequest> request) {
        this.conditions = List.of(policy.retryOn().split(",", -1));
        this.codes = policy.retriableStatusCodes();
        this.grpc = request.filter(RetryTriggers::isGrpc).isPresent();
    }

    static boolean isGrpc(HttpRequest request) {
        return request.headers().stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("content-type")
                        && (header.value().equals("application/grpc")
                                || header.value().startsWith("application/grpc+")));
    }

    boolean repeats(CallEnding ending) {
        return switch (ending.result()) {
            case CONNECT_FAILURE -> on("connect-failure") || isResetOrError();
            case RESET -> isResetOrError();
            case RESPONSE -> repeatsResponse(ending.outcome());
        };
    }

    private boolean isResetOrError() {
        return on("reset") || on("5xx") || on("gateway-error");
    }

    private boolean repeatsResponse(Outcome outcome) {
        if (grpc) {
            return outcome.kind() != Outcome.Kind.REDIRECTED && repeatsGrpc(outcome);
        }
        int status = outcome.status().orElse(OK);
        return (on("5xx") && status >= SERVER_ERROR)
                || (on("gateway-error") && GATEWAY_ERRORS.contains(status))
                || (on("retriable-4xx") && status == CONFLICT)
                || (on("retriable-status-codes") && codes.contains(status));
    }

    /** A proxy answers gRPC with status 200 and what its reason maps to. */
    private boolean repeatsGrpc(Outcome outcome) {
        return switch (outcome.reason()) {
            case NO_HEALTHY_UPSTREAM, CLUSTER_NOT_FOUND, UPSTREAM_CONNECT_FAILED, TLS_HANDSHAKE_FAILED ->
                on("unavailable");
            case FAULT_ABORT ->
                outcome.status().isPresent()
                        && UNAVAILABLE.contains(outcome.status().getAsInt())
                        && on("unavailable");
            default -> false;
        };
    }

    private boolean on(String condition) {
        return conditions.contains(condition);
    }
}
