package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.security.AuthorizationCondition;
import java.util.List;

/**
 * Conditions of a rule of an AuthorizationPolicy. Mirrors istio 1.30.3 {@code
 * pkg/config/security/security.go:ValidateAttribute, validateMapKey}.
 */
final class ConditionRules {
    private static final List<String> FREE = List.of(
            "source.namespace",
            "source.principal",
            "request.auth.principal",
            "request.auth.audiences",
            "request.auth.presenter",
            "connection.sni");
    private static final List<String> ADDRESSES = List.of("source.ip", "remote.ip", "destination.ip");
    private static final List<String> KEYED =
            List.of("request.headers", "request.auth.claims", "experimental.envoy.filters.");
    private static final String HINT =
            "use one of source.ip, source.namespace, source.principal, source.serviceAccount,"
                    + " source.trustDomain, remote.ip, request.headers[..], request.auth.principal, request.auth.audiences,"
                    + " request.auth.presenter, request.auth.claims[..], destination.ip, destination.port, connection.sni,"
                    + " experimental.envoy.filters.*[..]";

    private ConditionRules() {}

    static void check(AuthorizationCondition condition, DocumentPath path, ManifestIssues issues) {
        String key = condition.key();
        if (key.isEmpty()) {
            issues.error(IssueCode.TEXT_TOO_SHORT, path.field("key"), "must not be empty", "use such as source.ip");
        } else if (condition.values().isEmpty() && condition.notValues().isEmpty()) {
            String message = "has neither values nor notValues for " + IssueText.quote(key);
            issues.error(IssueCode.MISSING_FIELD, path, message, "add one of them");
        } else {
            checkKey(key, path.field("key"), issues);
            checkValues(key, condition.values(), path.field("values"), issues);
            checkValues(key, condition.notValues(), path.field("notValues"), issues);
        }
    }

    private static void checkKey(String key, DocumentPath path, ManifestIssues issues) {
        if (KEYED.stream().anyMatch(key::startsWith)) {
            int open = key.indexOf('[');
            if (open <= 0 || !key.endsWith("]") || open >= key.length() - 2) {
                String message = "must have a name in brackets but was " + IssueText.quote(key);
                issues.error(IssueCode.CONDITION_UNKNOWN, path, message, "write such as request.headers[x-user]");
            }
        } else if (!isKnown(key)) {
            String message = "is no condition: " + IssueText.quote(key);
            issues.error(IssueCode.CONDITION_UNKNOWN, path, message, hint(key));
        }
    }

    private static String hint(String key) {
        if (key.equals("destination.namespace")) {
            return "move the policy into that namespace";
        }
        return key.startsWith("destination.labels") ? "select the workloads by the selector of the policy" : HINT;
    }

    private static boolean isKnown(String key) {
        return FREE.contains(key)
                || ADDRESSES.contains(key)
                || key.equals("source.serviceAccount")
                || key.equals("source.trustDomain")
                || key.equals("destination.port");
    }

    private static void checkValues(String key, List<String> values, DocumentPath path, ManifestIssues issues) {
        if (ADDRESSES.contains(key)) {
            Texts.checkNoneEmptyIpOrCidr(values, path, issues);
        } else if (key.equals("source.serviceAccount")) {
            PolicyValues.checkServiceAccounts(values, path, issues);
        } else if (key.equals("source.trustDomain")) {
            for (int i = 0; i < values.size(); i++) {
                PolicyValues.checkPattern(values.get(i), path.index(i), issues);
            }
        } else if (key.equals("destination.port")) {
            Texts.checkPortTexts(values, path, issues);
        } else {
            Texts.checkNoneEmpty(values, path, issues);
        }
    }
}
