package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.HttpRetry;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RetryPolicyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Envoy's retry policy of a rule. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/route/retry/retry.go:ConvertPolicy}.
 */
public final class RetryPolicies {
    private static final String DEFAULT_CONDITIONS =
            "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes";
    private static final String STATUS_CODES = "retriable-status-codes";
    private static final int DEFAULT_ATTEMPTS = 2;
    private static final int HOST_SELECTION_ATTEMPTS = 5;
    /** Status codes that Go's net/http names. */
    private static final String KNOWN_CODES = " 100 101 102 103 200 201 202 203 204 205 206 207 208 226"
            + " 300 301 302 303 304 305 307 308 400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416 417"
            + " 418 421 422 423 424 425 426 428 429 431 451 500 501 502 503 504 505 506 507 508 510 511 ";

    private RetryPolicies() {}

    /**
     * Translates a setting.
     *
     * @param retries the setting of the rule or the mesh; empty: istiod's default
     * @param consistentHash whether the only destination hashes: hosts that were tried may then be tried again
     * @return the policy; empty: no retries
     */
    public static Optional<RetryPolicy> of(Optional<HttpRetry> retries, boolean consistentHash) {
        RetryPolicyBuilder policy = RetryPolicy.builder()
                .attempts(DEFAULT_ATTEMPTS)
                .retryOn(DEFAULT_CONDITIONS)
                .previousHosts(!consistentHash)
                .hostSelectionMaxAttempts(HOST_SELECTION_ATTEMPTS);
        if (retries.isEmpty()) {
            return Optional.of(policy.build());
        }
        HttpRetry in = retries.get();
        if (in.attempts().orElse(0) <= 0) {
            return Optional.empty();
        }
        policy.attempts(in.attempts().getAsInt());
        in.retryOn().filter(text -> !text.isEmpty()).ifPresent(text -> conditions(text, policy));
        in.retryIgnorePreviousHosts().ifPresent(policy::previousHosts);
        return Optional.of(policy.perTryTimeout(in.perTryTimeout())
                .previousPriorities(in.retryRemoteLocalities().orElse(false))
                .backoff(in.backoff())
                .build());
    }

    private static void conditions(String text, RetryPolicyBuilder policy) {
        List<Integer> codes = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String condition = part.strip();
            if (condition.length() == 3 && KNOWN_CODES.contains(" " + condition + " ")) {
                codes.add(Integer.valueOf(condition));
            } else if (!condition.isEmpty()) {
                conditions.add(condition);
            }
        }
        String retryOn = String.join(",", conditions);
        policy.retryOn(codes.isEmpty() || retryOn.contains(STATUS_CODES) ? retryOn : retryOn + "," + STATUS_CODES)
                .retriableStatusCodes(codes);
    }
}
