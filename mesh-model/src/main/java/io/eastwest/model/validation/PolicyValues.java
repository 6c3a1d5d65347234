package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Values that an AuthorizationPolicy compares with. Mirrors istio 1.30.3 {@code
 * pkg/config/security/security.go:CheckServiceAccount, CheckWildcardValues, CheckTrustDomainValues,
 * CheckValidPathTemplate}.
 */
final class PolicyValues {
    private static final int MOST_SERVICE_ACCOUNTS = 16;
    private static final int LONGEST_SERVICE_ACCOUNT = 320;
    private static final String ONE = "{*}";
    private static final String ANY = "{**}";
    private static final Pattern LITERAL = Pattern.compile("[-a-zA-Z0-9._~%!$&'()+,;:@=]+");

    private PolicyValues() {}

    static void checkServiceAccounts(List<String> accounts, DocumentPath path, ManifestIssues issues) {
        if (accounts.size() > MOST_SERVICE_ACCOUNTS) {
            String message = "must have at most " + MOST_SERVICE_ACCOUNTS + " entries but has " + accounts.size();
            issues.error(IssueCode.TOO_MANY_ITEMS, path, message, "split the rule");
        }
        for (int i = 0; i < accounts.size(); i++) {
            checkServiceAccount(accounts.get(i), path.index(i), issues);
        }
    }

    private static void checkServiceAccount(String account, DocumentPath path, ManifestIssues issues) {
        String[] parts = account.split("/", -1);
        boolean whole = parts.length <= 2 && !parts[0].isEmpty() && !parts[parts.length - 1].isEmpty();
        if (account.isEmpty()) {
            Texts.checkNotEmpty(account, path, issues);
        } else if (!whole || account.indexOf('*') >= 0) {
            String message = "must be a service account, not a pattern, but was " + IssueText.quote(account);
            issues.error(IssueCode.SERVICE_ACCOUNT_INVALID, path, message, "use a name, or namespace/name");
        } else {
            Texts.checkLength(account, LONGEST_SERVICE_ACCOUNT, path, issues);
        }
    }

    static void checkTrustDomains(List<String> domains, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < domains.size(); i++) {
            if (domains.get(i).indexOf('/') >= 0) {
                String message = "must be a trust domain alone but was " + IssueText.quote(domains.get(i));
                String hint = "leave out the part from the first \"/\" on, or use principals";
                issues.error(IssueCode.TRUST_DOMAIN_INVALID, path.index(i), message, hint);
            } else {
                checkPattern(domains.get(i), path.index(i), issues);
            }
        }
    }

    /** A text with at most one star, first or last. */
    static void checkPattern(String pattern, DocumentPath path, ManifestIssues issues) {
        int star = pattern.indexOf('*');
        boolean placed = star <= 0 || star == pattern.length() - 1;
        if (pattern.isEmpty()) {
            Texts.checkNotEmpty(pattern, path, issues);
        } else if (!placed || star != pattern.lastIndexOf('*')) {
            String message = "must have its one \"*\" first or last but was " + IssueText.quote(pattern);
            issues.error(IssueCode.TRUST_DOMAIN_INVALID, path, message, "use such as *.local, prod.* or *");
        }
    }

    static void checkPaths(List<String> paths, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < paths.size(); i++) {
            Texts.checkNotEmpty(paths.get(i), path.index(i), issues);
            checkTemplate(paths.get(i), path.index(i), issues);
        }
    }

    private static void checkTemplate(String template, DocumentPath path, ManifestIssues issues) {
        boolean templated = template.contains(ONE) || template.contains(ANY);
        boolean any = false;
        for (String segment : trimmed(template).split("/", -1)) {
            String fault = "";
            if (segment.equals(ONE) || segment.equals(ANY)) {
                fault = any ? "has a template after {**}" : "";
                any |= segment.equals(ANY);
            } else if (segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0) {
                fault = "has a brace in the segment " + IssueText.quote(segment);
            } else if (templated && !LITERAL.matcher(segment).matches()) {
                fault = "has the segment " + IssueText.quote(segment) + " beside a template";
            }
            if (!fault.isEmpty()) {
                issues.error(
                        IssueCode.PATH_TEMPLATE_INVALID,
                        path,
                        "path " + IssueText.quote(template) + " " + fault,
                        "use {*} for one whole segment, {**} for any number of them as the last template");
                return;
            }
        }
    }

    private static String trimmed(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }
}
