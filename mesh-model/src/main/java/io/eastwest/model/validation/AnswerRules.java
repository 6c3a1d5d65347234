package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.HttpDirectResponse;
import io.eastwest.model.istio.networking.HttpRedirect;
import java.nio.charset.StandardCharsets;

/**
 * Answers that a proxy gives itself. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateHTTPRedirect, validateHTTPDirectResponse, validateHTTPStatus}.
 */
final class AnswerRules {
    private static final int KIB = 1024;

    private AnswerRules() {}

    static void check(HttpRedirect redirect, DocumentPath path, ManifestIssues issues) {
        String scheme = redirect.scheme().orElse("");
        boolean empty = redirect.uri().orElse("").isEmpty()
                && redirect.authority().orElse("").isEmpty()
                && redirect.port().isEmpty()
                && redirect.derivePort().isEmpty()
                && scheme.isEmpty();
        if (empty) {
            issues.error(
                    IssueCode.OBJECT_EMPTY,
                    path,
                    "has no uri, authority, scheme or port to redirect to",
                    "add one of them");
        }
        int code = redirect.redirectCode().orElse(0);
        if (code != 0 && (code < 300 || code > 399)) {
            String message = "must be a status from 300 to 399 but was " + code;
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, path.field("redirectCode"), message, "use such as 302");
        }
        if (!scheme.isEmpty() && !scheme.equals("http") && !scheme.equals("https")) {
            String message = "must be http or https but was " + IssueText.quote(scheme);
            issues.error(IssueCode.TEXT_MALFORMED, path.field("scheme"), message, "use one of them");
        }
        Quantities.checkOptionalPort(redirect.port(), path.field("port"), issues);
    }

    static void check(HttpDirectResponse answer, DocumentPath path, ManifestIssues issues) {
        checkStatus(answer.status(), path.field("status"), issues);
        int length = answer.body()
                .map(body -> body.<Integer>match(
                        text -> text.value().getBytes(StandardCharsets.UTF_8).length,
                        bytes -> bytes.decoded().length,
                        none -> 0))
                .orElse(0);
        if (length > KIB * KIB) {
            String message = "must be at most 1 MiB but has " + length + " bytes";
            issues.error(IssueCode.TEXT_TOO_LONG, path.field("body"), message, "answer from a service");
        } else if (length > 100 * KIB) {
            String message = "has " + length + " bytes, which every proxy holds";
            issues.warning(IssueCode.TEXT_TOO_LONG, path.field("body"), message, "answer from a service");
        }
    }

    /** Upstream takes 600 too, though it calls 599 the last. */
    static void checkStatus(int status, DocumentPath path, ManifestIssues issues) {
        if (status < 200 || status > 600) {
            String message = "must be a status from 200 to 600 but was " + status;
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, path, message, "use such as 503");
        }
    }
}
