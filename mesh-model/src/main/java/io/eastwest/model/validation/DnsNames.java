package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/**
 * Names of hosts and their parts. Mirrors istio 1.30.3 {@code pkg/config/labels/instance.go:IsDNS1123Label,
 * IsWildcardDNS1123Label} and {@code pkg/config/validation/agent/validation.go:ValidateFQDN, ValidateWildcardDomain}.
 */
final class DnsNames {
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 255;

    private DnsNames() {}

    /** {@return whether it is at most 63 letters (of either case), digits and inner hyphens} */
    static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && hasLabelForm(text);
    }

    /** {@return whether it is letters, digits and inner hyphens, however long} */
    static boolean hasLabelForm(String text) {
        int last = text.length() - 1;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && (c != '-' || i == 0 || i == last)) {
                return false;
            }
        }
        return true;
    }

    static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static boolean isFqdn(String text) {
        return hasNameLength(text) && isDotted(text);
    }

    /** {@return whether it is an FQDN whose first part may be {@code *} or begin with {@code *} or {@code *-}} */
    static boolean isWildcardDomain(String text) {
        if (!hasNameLength(text)) {
            return false;
        }
        int dot = text.indexOf('.');
        return isWildcardLabel(dot < 0 ? text : text.substring(0, dot))
                && (dot < 0 || isDotted(text.substring(dot + 1)));
    }

    static boolean hasNameLength(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME;
    }

    private static boolean isWildcardLabel(String text) {
        if (text.length() > LONGEST_LABEL) {
            return false;
        }
        if (text.startsWith("*-")) {
            return hasLabelForm(text.substring(2));
        }
        return text.equals("*") || hasLabelForm(text.startsWith("*") ? text.substring(1) : text);
    }

    /** Labels between dots, the last not a number; the text may end with a dot. */
    private static boolean isDotted(String text) {
        String[] parts = text.split("\\.", -1);
        String top = parts[parts.length - 1];
        if (isNumber(top)) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            boolean closingDot = i == parts.length - 1 && parts[i].isEmpty();
            if (!closingDot && !isLabel(parts[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text) {
        try {
            Long.parseLong(text);
            return text.chars().allMatch(c -> c < 128);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static void checkLabel(String text, DocumentPath path, ManifestIssues issues) {
        if (!isLabel(text)) {
            String message = "must be 1 to 63 letters, digits and inner hyphens but was " + IssueText.quote(text);
            issues.error(IssueCode.TEXT_MALFORMED, path, message, "use a name such as http-web");
        }
    }

    static void checkFqdn(String text, DocumentPath path, ManifestIssues issues) {
        if (!isFqdn(text)) {
            String message = "must be a DNS name without a wildcard but was " + IssueText.quote(text);
            issues.error(IssueCode.HOST_INVALID, path, message, "use a name such as web.shop.svc.cluster.local");
        }
    }

    static void checkWildcardDomain(String text, DocumentPath path, ManifestIssues issues) {
        if (!isWildcardDomain(text)) {
            String message = "must be a DNS name, a wildcard only in its first part, but was " + IssueText.quote(text);
            issues.error(IssueCode.HOST_INVALID, path, message, "use a name such as web.shop.com or *.shop.com");
        }
    }
}
