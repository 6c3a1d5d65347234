package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.HttpRetry;
import java.util.Set;

/** When a request is tried again. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:validateHTTPRetry}. */
final class RetryRules {
    private static final Set<String> CONDITIONS = Sets.of(
            "5xx",
            "gateway-error",
            "reset",
            "reset-before-request",
            "connect-failure",
            "retriable-4xx",
            "refused-stream",
            "retriable-status-codes",
            "retriable-headers",
            "envoy-ratelimited",
            "http3-post-connect-failure",
            "cancelled",
            "deadline-exceeded",
            "internal",
            "resource-exhausted",
            "unavailable");

    private RetryRules() {}

    static void check(HttpRetry retries, DocumentPath path, ManifestIssues issues) {
        int attempts = retries.attempts().orElse(0);
        Quantities.checkNotNegative(retries.attempts(), path.field("attempts"), issues);
        String retryOn = retries.retryOn().orElse("");
        boolean configured = retries.perTryTimeout().isPresent()
                || !retryOn.isEmpty()
                || retries.retryRemoteLocalities().isPresent();
        if (attempts == 0 && configured) {
            String message = "says how to retry but attempts is 0, so nothing is retried";
            issues.error(IssueCode.FIELD_CONFLICT, path, message, "set attempts, or remove the other fields");
        }
        retries.perTryTimeout().ifPresent(time -> Quantities.checkDuration(time, path.field("perTryTimeout"), issues));
        retries.backoff().ifPresent(time -> Quantities.checkDuration(time, path.field("backoff"), issues));
        if (!retryOn.isEmpty()) {
            for (String condition : retryOn.split(",", -1)) {
                if (!CONDITIONS.contains(condition) && !isStatus(condition)) {
                    String message =
                            "has " + IssueText.quote(condition) + ", which is neither a condition nor a status";
                    String hint = "use such as connect-failure,503, without spaces";
                    issues.error(IssueCode.TEXT_MALFORMED, path.field("retryOn"), message, hint);
                }
            }
        }
    }

    /** {@return whether it is the number of a status that Go has a text for} */
    private static boolean isStatus(String text) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return false;
        }
        return switch (number / 100) {
            case 1 -> number <= 103;
            case 2 -> number <= 208 || number == 226;
            case 3 -> number <= 308 && number != 306;
            case 4 ->
                number <= 418
                        || number >= 421 && number <= 426
                        || number == 428
                        || number == 429
                        || number == 431
                        || number == 451;
            case 5 -> number <= 508 || number == 510 || number == 511;
            default -> false;
        };
    }
}
