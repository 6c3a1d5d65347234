package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.CorsPolicy;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** What other origins may ask. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:validateCORSPolicy}. */
final class CorsRules {
    private static final Set<String> METHODS =
            Sets.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*");

    private CorsRules() {}

    static void check(CorsPolicy policy, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < policy.allowOrigins().size(); i++) {
            checkOrigin(policy.allowOrigins().get(i), path.field("allowOrigins").index(i), issues);
        }
        for (int i = 0; i < policy.allowMethods().size(); i++) {
            String method = policy.allowMethods().get(i);
            if (!METHODS.contains(method)) {
                String message = "must be " + IssueText.oneOf(METHODS) + " but was " + IssueText.quote(method);
                DocumentPath at = path.field("allowMethods").index(i);
                issues.error(IssueCode.TEXT_MALFORMED, at, message, "use the method in capital letters");
            }
        }
        checkNames(policy.allowHeaders(), path.field("allowHeaders"), issues);
        checkNames(policy.exposeHeaders(), path.field("exposeHeaders"), issues);
        policy.maxAge().ifPresent(age -> checkAge(age, path.field("maxAge"), issues));
    }

    private static void checkOrigin(StringMatch origin, DocumentPath path, ManifestIssues issues) {
        boolean empty = origin.<String>match(
                        StringMatch.Exact::value, StringMatch.Prefix::value, StringMatch.Regex::value, present -> "")
                .isEmpty();
        if (empty) {
            issues.error(IssueCode.TEXT_TOO_SHORT, path, "must not be empty", "add the origin, or remove the entry");
        } else {
            Expressions.checkRegexOnly(origin, path, issues);
        }
    }

    private static void checkNames(List<String> names, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < names.size(); i++) {
            HeaderRules.checkCorsName(names.get(i), path.index(i), issues);
        }
    }

    private static void checkAge(Duration age, DocumentPath path, ManifestIssues issues) {
        Quantities.checkDuration(age, path, issues);
        if (!age.truncatedTo(ChronoUnit.SECONDS).equals(age)) {
            String message = "must be whole seconds but was " + GoDuration.format(age);
            issues.error(IssueCode.DURATION_TOO_FINE, path, message, "use a duration such as 10s");
        }
    }
}
