package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.HeaderOperations;
import io.eastwest.model.istio.networking.Headers;
import io.eastwest.model.istio.networking.HttpRewrite;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.RegexRewrite;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a rule changes of a request. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateHTTPRewrite, validateURIRegexRewrite} and
 * {@code virtualservice.go:validateAuthorityRewrite}.
 */
final class RewriteRules {
    private RewriteRules() {}

    static void check(HttpRewrite rewrite, DocumentPath path, ManifestIssues issues) {
        boolean uri = !rewrite.uri().orElse("").isEmpty();
        Optional<RegexRewrite> regex = rewrite.uriRegexRewrite();
        if (uri && regex.isPresent()) {
            String message = "must not be set beside uri";
            issues.error(IssueCode.FIELD_CONFLICT, path.field("uriRegexRewrite"), message, "remove one of them");
        }
        if (!uri && regex.isEmpty() && rewrite.authority().orElse("").isEmpty()) {
            String message = "has no uri, uriRegexRewrite or authority";
            issues.error(IssueCode.OBJECT_EMPTY, path, message, "add one of them or remove it");
        }
        regex.ifPresent(parts -> check(parts, path.field("uriRegexRewrite"), issues));
    }

    private static void check(RegexRewrite regex, DocumentPath path, ManifestIssues issues) {
        String match = regex.match().orElse("");
        if (match.isEmpty() || regex.rewrite().orElse("").isEmpty()) {
            String field = match.isEmpty() ? "match" : "rewrite";
            issues.error(
                    IssueCode.TEXT_TOO_SHORT, path.field(field), "must not be empty", "add both match and rewrite");
        }
        if (!match.isEmpty()) {
            Expressions.checkRegex(match, path.field("match"), issues);
        }
    }

    /** Upstream goes through the headers in random order; we take them by name. */
    static void checkAuthority(IstioHttpRoute rule, DocumentPath path, ManifestIssues issues) {
        Optional<HeaderOperations> request = rule.headers().flatMap(Headers::request);
        if (request.isEmpty()) {
            return;
        }
        DocumentPath at = path.field("headers").field("request");
        String current = rule.rewrite().flatMap(HttpRewrite::authority).orElse("");
        current = checkAuthority(request.get().set(), current, at.field("set"), issues);
        checkAuthority(request.get().add(), current, at.field("add"), issues);
    }

    private static String checkAuthority(
            Map<String, String> headers, String before, DocumentPath path, ManifestIssues issues) {
        String current = before;
        for (Map.Entry<String, String> header : new TreeMap<>(headers).entrySet()) {
            if (HeaderRules.isAuthority(header.getKey())) {
                if (!current.isEmpty()) {
                    String message = "sets the authority to " + IssueText.quote(header.getValue())
                            + ", which is already set to " + IssueText.quote(current);
                    issues.error(IssueCode.FIELD_CONFLICT, path.field(header.getKey()), message, "remove one of them");
                }
                current = header.getValue();
            }
        }
        return current;
    }
}
