package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.HeaderOperations;
import io.eastwest.model.istio.networking.Headers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names and values of HTTP headers. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateHTTPHeaderWithAuthorityOperationName, ValidateHTTPHeaderOperationName,
 * ValidateHTTPHeaderNameOrJwtClaimRoute, ValidateCORSHTTPHeaderName, ValidateHTTPHeaderValue} and
 * {@code pkg/jwt/routing.go:ToRoutingClaim}.
 */
final class HeaderRules {
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";
    private static final Set<String> PSEUDO = Sets.of(":method", ":scheme", ":authority", ":path", ":status");
    private static final String CLAIM = "@request.auth.claims";

    private HeaderRules() {}

    static void checkOperations(Headers headers, DocumentPath path, ManifestIssues issues) {
        headers.request().ifPresent(request -> checkOperations(request, true, path.field("request"), issues));
        headers.response().ifPresent(response -> checkOperations(response, false, path.field("response"), issues));
    }

    private static void checkOperations(
            HeaderOperations operations, boolean authority, DocumentPath path, ManifestIssues issues) {
        checkWritten(operations.add(), authority, path.field("add"), issues);
        checkWritten(operations.set(), authority, path.field("set"), issues);
        for (int i = 0; i < operations.remove().size(); i++) {
            checkOperationName(
                    operations.remove().get(i), false, path.field("remove").index(i), issues);
        }
    }

    private static void checkWritten(
            Map<String, String> headers, boolean authority, DocumentPath path, ManifestIssues issues) {
        headers.forEach((name, value) -> {
            checkOperationName(name, authority, path.field(name), issues);
            if (!HeaderValueSyntax.isValid(value)) {
                String message =
                        "must be a header value, with % only around a variable, but was " + IssueText.quote(value);
                issues.error(IssueCode.HEADER_INVALID, path.field(name), message, "write a percent sign as %%");
            }
        });
    }

    private static void checkOperationName(String name, boolean authority, DocumentPath path, ManifestIssues issues) {
        if (name.isEmpty()) {
            issues.error(IssueCode.HEADER_INVALID, path, "must have the name of a header but has \"\"", "add the name");
        } else if (isAuthority(name) ? !authority : name.startsWith(":")) {
            String message = "must not change header " + IssueText.quote(name);
            String hint = "remove it; the authority can only be set and added, and only in requests";
            issues.error(IssueCode.HEADER_INVALID, path, message, hint);
        }
    }

    /** {@return whether a header is the authority, as HTTP/2 or as HTTP/1.1 names it} */
    static boolean isAuthority(String name) {
        return name.equalsIgnoreCase(":authority") || name.equalsIgnoreCase("host");
    }

    /** A name that a match can ask for. */
    static void checkMatchedName(String name, DocumentPath path, ManifestIssues issues) {
        if (!PSEUDO.contains(name) && !isClaim(name)) {
            checkToken(name, path, issues);
        }
    }

    /** A name that a CORS answer lists. */
    static void checkCorsName(String name, DocumentPath path, ManifestIssues issues) {
        if (!name.equals("*")) {
            checkToken(name, path, issues);
        }
    }

    private static void checkToken(String name, DocumentPath path, ManifestIssues issues) {
        boolean token = !name.isEmpty()
                && name.chars().allMatch(c -> DnsNames.isLetterOrDigit((char) c) || TOKEN_SIGNS.indexOf(c) >= 0);
        if (!token) {
            String message = "must be the name of a header but was " + IssueText.quote(name);
            issues.error(IssueCode.HEADER_INVALID, path, message, "use such as x-user");
        }
    }

    /** {@return whether a name means a claim of a token, such as {@code @request.auth.claims.group}} */
    static boolean isClaim(String name) {
        if (!name.toLowerCase(Locale.ROOT).startsWith(CLAIM)) {
            return false;
        }
        String claim = name.substring(CLAIM.length());
        return claim.startsWith(".") && claim.length() > 1
                || claim.startsWith("[") && claim.endsWith("]") && claim.length() > 2;
    }
}
