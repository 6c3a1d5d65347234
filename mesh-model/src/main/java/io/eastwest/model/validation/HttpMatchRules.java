package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.StringMatch;
import java.util.Optional;

/**
 * What an HTTP rule matches. Mirrors istio 1.30.3
 * {@code pkg/config/validation/virtualservice.go:validateHTTPRouteMatchRequest}.
 */
final class HttpMatchRules {
    private HttpMatchRules() {}

    static void check(HttpMatchRequest match, DocumentPath path, ManifestIssues issues) {
        match.headers().forEach((name, value) -> {
            DocumentPath at = path.field("headers").field(name);
            HeaderRules.checkMatchedName(name, at, issues);
            Expressions.check(value, at, issues);
        });
        match.withoutHeaders().forEach((name, value) -> {
            DocumentPath at = path.field("withoutHeaders").field(name);
            HeaderRules.checkMatchedName(name, at, issues);
            if (!value.equals(StringMatch.regex("*"))) {
                Expressions.check(value, at, issues);
            }
        });
        match.uri().ifPresent(uri -> Expressions.checkRegexOnly(uri, path.field("uri"), issues));
        check(match.scheme(), path.field("scheme"), issues);
        check(match.method(), path.field("method"), issues);
        check(match.authority(), path.field("authority"), issues);
        match.queryParams()
                .forEach((name, value) ->
                        Expressions.check(value, path.field("queryParams").field(name), issues));
        Quantities.checkOptionalPort(match.port(), path.field("port"), issues);
        LabelMaps.check(match.sourceLabels(), path.field("sourceLabels"), issues);
        GatewayNames.check(match.gateways(), false, path.field("gateways"), issues.errorsOnly());
        String namespace = match.sourceNamespace().orElse("");
        if (!namespace.isEmpty() && !DnsNames.isLabel(namespace)) {
            String message = "must be a namespace but was " + IssueText.quote(namespace);
            issues.error(IssueCode.TEXT_MALFORMED, path.field("sourceNamespace"), message, "use a name such as shop");
        }
    }

    private static void check(Optional<StringMatch> match, DocumentPath path, ManifestIssues issues) {
        match.ifPresent(value -> Expressions.check(value, path, issues));
    }
}
