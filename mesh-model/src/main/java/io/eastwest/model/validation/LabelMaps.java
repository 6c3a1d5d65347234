package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.Map;

/**
 * Labels of workloads and what selects by them. Mirrors istio 1.30.3
 * {@code pkg/config/labels/instance.go:Instance.Validate} and
 * {@code pkg/config/validation/validation.go:validateWorkloadSelector, ValidateAlphaWorkloadSelector}.
 */
final class LabelMaps {
    private static final int LONGEST_PREFIX = 253;
    private static final int LONGEST_NAME = 63;

    private LabelMaps() {}

    static void check(Map<String, String> labels, DocumentPath path, ManifestIssues issues) {
        labels.forEach((name, value) -> {
            if (!isName(name)) {
                String message = "must have a label name but has " + IssueText.quote(name);
                issues.error(
                        IssueCode.LABEL_INVALID, path.field(name), message, "use a name such as app or shop.com/app");
            }
            if (!value.isEmpty() && !isQualified(value)) {
                String message = "must be letters, digits and inner -_. but was " + IssueText.quote(value);
                issues.error(IssueCode.LABEL_INVALID, path.field(name), message, "use a value such as web-1.2");
            }
        });
    }

    static boolean isName(String text) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        return isQualified(name) && name.length() <= LONGEST_NAME && (slash < 0 || isPrefix(text.substring(0, slash)));
    }

    private static boolean isPrefix(String text) {
        if (text.length() > LONGEST_PREFIX) {
            return false;
        }
        for (String part : text.split("\\.", -1)) {
            if (!DnsNames.hasLabelForm(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQualified(String text) {
        int last = text.length() - 1;
        if (last < 0 || !DnsNames.isLetterOrDigit(text.charAt(0)) || !DnsNames.isLetterOrDigit(text.charAt(last))) {
            return false;
        }
        return text.chars().allMatch(c -> DnsNames.isLetterOrDigit((char) c) || c == '-' || c == '_' || c == '.');
    }

    /**
     * What a selector may select by.
     *
     * @param labels labels of the selector
     * @param path path of those labels, which may be left out
     * @param whole what a selector without labels selects, such as {@code every workload of the namespace}
     */
    static void checkSelector(Map<String, String> labels, DocumentPath path, String whole, ManifestIssues issues) {
        if (labels.isEmpty()) {
            String message = "has no labels and selects " + whole;
            issues.warning(IssueCode.SELECTOR_EMPTY, path.parent(), message, "add labels, or remove the selector");
        }
        labels.forEach((name, value) -> {
            DocumentPath at = path.field(name);
            if (name.isEmpty()) {
                issues.error(IssueCode.LABEL_INVALID, at, "must have a label name but has \"\"", "add the name");
            }
            if (name.indexOf('*') >= 0 || value.indexOf('*') >= 0) {
                String message = "must be a label without a wildcard but was " + IssueText.quote(name + "=" + value);
                issues.error(IssueCode.LABEL_INVALID, at, message, "write the label out");
            }
        });
    }
}
