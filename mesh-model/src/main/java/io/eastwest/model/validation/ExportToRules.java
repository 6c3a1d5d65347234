package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which namespaces see an object. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:validateExportTo} and
 * {@code pkg/config/visibility/visibility.go:Instance.Validate}.
 */
final class ExportToRules {
    private static final String ALL = "*";
    private static final String OWN = ".";
    private static final String NONE = "~";

    private ExportToRules() {}

    static void check(List<String> exportTo, String namespace, DocumentPath path, ManifestIssues issues) {
        check(exportTo, namespace, false, path, issues);
    }

    /** A ServiceEntry may be exported to nobody. */
    static void checkServiceEntry(List<String> exportTo, String namespace, DocumentPath path, ManifestIssues issues) {
        check(exportTo, namespace, true, path, issues);
    }

    private static void check(
            List<String> exportTo, String namespace, boolean nobody, DocumentPath path, ManifestIssues issues) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < exportTo.size(); i++) {
            String entry = exportTo.get(i);
            String meant = entry.equals(OWN) ? namespace : entry;
            boolean sign = meant.equals(ALL) || meant.equals(OWN) || nobody && meant.equals(NONE);
            if (!sign && !DnsNames.isLabel(meant)) {
                String accepted = nobody ? "use a namespace, . or *, or ~ for nobody" : "use a namespace, . or *";
                String message = "must be a namespace but was " + IssueText.quote(entry);
                issues.error(IssueCode.EXPORT_TO_INVALID, path.index(i), message, accepted);
            } else if (!seen.add(meant)) {
                String message = IssueText.quote(entry) + " is already listed" + (entry.equals(OWN) ? " by name" : "");
                issues.error(IssueCode.DUPLICATE_ITEM, path.index(i), message, "remove one of them");
            }
        }
        if (exportTo.size() > 1) {
            requireAlone(ALL, "all namespaces", seen, path, issues);
            requireAlone(NONE, "nobody", seen, path, issues);
        }
    }

    private static void requireAlone(
            String sign, String meaning, Set<String> seen, DocumentPath path, ManifestIssues issues) {
        if (seen.contains(sign)) {
            String message = "has " + sign + ", which is " + meaning + ", beside other entries";
            issues.error(IssueCode.EXPORT_TO_INVALID, path, message, "leave only one entry");
        }
    }

    /** A DestinationRule with a selector holds in its own namespace alone. */
    static void checkOwnOnly(List<String> exportTo, String namespace, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < exportTo.size(); i++) {
            String entry = exportTo.get(i);
            if (!entry.equals(OWN) && !entry.equals(namespace)) {
                String message =
                        "must be the own namespace because of workloadSelector but was " + IssueText.quote(entry);
                issues.error(IssueCode.FIELD_CONFLICT, path.index(i), message, "use . or remove workloadSelector");
            }
        }
    }
}
