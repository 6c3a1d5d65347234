package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationCondition;
import io.eastwest.model.istio.security.AuthorizationPolicySpec;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.RequestSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an AuthorizationPolicy may say. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/validation.go:ValidateAuthorizationPolicy}.
 */
final class AuthorizationPolicyRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");
    private static final List<String> NOT_FOR_CUSTOM =
            List.of("source.namespace", "source.serviceAccount", "source.trustDomain", "source.principal");

    private AuthorizationPolicyRules() {}

    static void check(AuthorizationPolicySpec spec, ManifestIssues issues) {
        PolicyTargets.check(spec, SPEC, issues);
        checkAction(spec, issues);
        for (int i = 0; i < spec.rules().size(); i++) {
            AuthorizationRule rule = spec.rules().get(i);
            DocumentPath path = SPEC.field("rules").index(i);
            AuthorizationRuleChecks.check(rule, path, issues);
            if (spec.actionOrDefault() == AuthorizationAction.CUSTOM) {
                checkCustom(rule, path, issues);
            }
            if (spec.actionOrDefault() == AuthorizationAction.DENY && AuthorizationRuleChecks.deniesAllTcp(rule)) {
                String message = "denies all traffic to TCP ports because it looks at HTTP only";
                issues.warning(IssueCode.DENIES_ALL_TCP, path, message, "name the ports it is for");
            }
        }
    }

    private static void checkAction(AuthorizationPolicySpec spec, ManifestIssues issues) {
        AuthorizationAction action = spec.actionOrDefault();
        boolean custom = action == AuthorizationAction.CUSTOM;
        if (spec.rules().isEmpty() && (custom || action == AuthorizationAction.DENY)) {
            String message = "action " + action + " without rules never applies";
            String hint = "add rules; an empty rule {} matches every request";
            issues.error(IssueCode.RULES_MISSING, SPEC.field("rules"), message, hint);
        }
        if (!custom && spec.provider().isPresent()) {
            String message = "must not be set with action " + action;
            issues.error(IssueCode.FIELD_CONFLICT, SPEC.field("provider"), message, "remove it or use action CUSTOM");
        }
        boolean named = spec.provider()
                .flatMap(provider -> provider.name())
                .filter(name -> !name.isEmpty())
                .isPresent();
        if (custom && !spec.rules().isEmpty() && !named) {
            DocumentPath path = SPEC.field("provider").field("name");
            String message = "action CUSTOM needs the name of a provider";
            issues.error(IssueCode.MISSING_FIELD, path, message, "name one of the extensionProviders of the mesh");
        }
    }

    private static void checkCustom(AuthorizationRule rule, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < rule.from().size(); i++) {
            DocumentPath source = path.field("from").index(i).field("source");
            rule.from()
                    .get(i)
                    .source()
                    .ifPresent(from -> notForCustom(from).forEach((field, values) -> {
                        if (!values.isEmpty()) {
                            refuseInCustom(field, source.field(field), issues);
                        }
                    }));
        }
        for (int i = 0; i < rule.when().size(); i++) {
            AuthorizationCondition condition = rule.when().get(i);
            if (NOT_FOR_CUSTOM.contains(condition.key()) || condition.key().startsWith("request.auth.")) {
                refuseInCustom(condition.key(), path.field("when").index(i).field("key"), issues);
            }
        }
    }

    private static void refuseInCustom(String what, DocumentPath path, ManifestIssues issues) {
        String message = "action CUSTOM cannot look at " + IssueText.quote(what);
        issues.error(IssueCode.CONDITION_UNSUPPORTED, path, message, "remove it, or use ALLOW or DENY beside");
    }

    private static Map<String, List<String>> notForCustom(RequestSource source) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("principals", source.principals());
        fields.put("notPrincipals", source.notPrincipals());
        fields.put("requestPrincipals", source.requestPrincipals());
        fields.put("notRequestPrincipals", source.notRequestPrincipals());
        fields.put("namespaces", source.namespaces());
        fields.put("notNamespaces", source.notNamespaces());
        fields.put("serviceAccounts", source.serviceAccounts());
        fields.put("notServiceAccounts", source.notServiceAccounts());
        fields.put("trustDomains", source.trustDomains());
        fields.put("notTrustDomains", source.notTrustDomains());
        return fields;
    }
}
