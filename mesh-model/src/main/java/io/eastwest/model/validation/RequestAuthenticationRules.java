package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.security.ClaimToHeader;
import io.eastwest.model.istio.security.JwtRule;
import io.eastwest.model.istio.security.RequestAuthenticationSpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a RequestAuthentication may say. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/validation.go:ValidateRequestAuthentication, validateJwtRule, warnPrivateJwksKeys} and {@code
 * pkg/config/security/security.go:ParseJwksURI}.
 */
final class RequestAuthenticationRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");
    private static final Pattern HEADER = Pattern.compile("[-_A-Za-z0-9]+");

    private RequestAuthenticationRules() {}

    static void check(RequestAuthenticationSpec spec, ManifestIssues issues) {
        PolicyTargets.check(spec, SPEC, issues);
        for (int i = 0; i < spec.jwtRules().size(); i++) {
            check(spec.jwtRules().get(i), SPEC.field("jwtRules").index(i), issues);
        }
    }

    private static void check(JwtRule rule, DocumentPath path, ManifestIssues issues) {
        String uri = rule.jwksUri().orElse("");
        if (rule.issuer().orElse("").isEmpty() && uri.isEmpty()) {
            issues.error(IssueCode.MISSING_FIELD, path, "has neither issuer nor jwksUri", "add one of them");
        }
        if (!uri.isEmpty()) {
            checkUri(uri, path.field("jwksUri"), issues);
        }
        rule.jwks().filter(keys -> !keys.isEmpty()).ifPresent(keys -> checkKeys(keys, path.field("jwks"), issues));
        Texts.checkNoneEmpty(rule.audiences(), path.field("audiences"), issues);
        Texts.checkNoneEmpty(rule.fromParams(), path.field("fromParams"), issues);
        Texts.checkNoneEmpty(rule.fromCookies(), path.field("fromCookies"), issues);
        for (int i = 0; i < rule.fromHeaders().size(); i++) {
            String name = rule.fromHeaders().get(i).name();
            Texts.checkNotEmpty(name, path.field("fromHeaders").index(i).field("name"), issues);
        }
        for (int i = 0; i < rule.outputClaimToHeaders().size(); i++) {
            ClaimToHeader output = rule.outputClaimToHeaders().get(i);
            checkOutput(output, path.field("outputClaimToHeaders").index(i), issues);
        }
        rule.timeout().ifPresent(timeout -> Quantities.checkDuration(timeout, path.field("timeout"), issues));
    }

    private static void checkUri(String uri, DocumentPath path, ManifestIssues issues) {
        Optional<String> scheme = GoUrl.scheme(uri);
        if (scheme.filter(List.of("http", "https")::contains).isEmpty()) {
            String message = "must be a URL of scheme http or https but was " + IssueText.quote(uri);
            issues.error(IssueCode.URL_INVALID, path, message, "use such as https://login.shop.com/keys");
        }
    }

    private static void checkKeys(String text, DocumentPath path, ManifestIssues issues) {
        JsonWebKeys keys = JsonWebKeys.read(text);
        keys.fault()
                .ifPresent(fault -> issues.error(
                        IssueCode.JWKS_INVALID,
                        path,
                        "must be a set of JSON Web Keys but " + fault,
                        "write {\"keys\": [...]} with public keys"));
        if (keys.fault().isEmpty() && !keys.secrets().isEmpty()) {
            String message = "holds secret keys, which are not needed, at the positions " + keys.secrets();
            issues.warning(IssueCode.JWKS_SECRET, path, message, "replace them by public keys and stop using them");
        }
    }

    private static void checkOutput(ClaimToHeader output, DocumentPath path, ManifestIssues issues) {
        Texts.checkNotEmpty(output.claim(), path.field("claim"), issues);
        Texts.checkNotEmpty(output.header(), path.field("header"), issues);
        if (!output.header().isEmpty() && !HEADER.matcher(output.header()).matches()) {
            String message = "must be letters, digits, \"-\" and \"_\" but was " + IssueText.quote(output.header());
            issues.error(IssueCode.TEXT_MALFORMED, path.field("header"), message, "use a name such as x-user");
        }
    }
}
