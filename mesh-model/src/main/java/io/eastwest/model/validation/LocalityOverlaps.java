package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Localities {@code region/zone/subzone} of which none may lie in one before it. Mirrors istio 1.30.3
 * {@code pkg/config/validation/agent/validation.go:validateLocalities}, which stops at the first fault.
 */
final class LocalityOverlaps {
    private static final String REST = "*";

    private final List<List<String>> seen = new ArrayList<>();

    void check(String locality, DocumentPath path, ManifestIssues issues) {
        int wildcard = locality.indexOf('*');
        List<String> parts = Arrays.asList(locality.split("/", 3));
        if (wildcard >= 0 && wildcard < locality.length() - 1 || parts.contains("")) {
            String message = "must be region, region/zone or region/zone/subzone but was " + IssueText.quote(locality);
            issues.error(IssueCode.LOCALITY_INVALID, path, message, "leave no part empty; a wildcard ends the text");
            return;
        }
        for (List<String> earlier : seen) {
            if (overlap(earlier, parts)) {
                String message =
                        IssueText.quote(locality) + " overlaps with " + IssueText.quote(String.join("/", earlier));
                issues.error(IssueCode.LOCALITY_OVERLAP, path, message, "remove one of them");
                return;
            }
        }
        seen.add(parts);
    }

    /** A wildcard covers what comes after it, not what came before. */
    private static boolean overlap(List<String> earlier, List<String> later) {
        for (int i = 0; i < 3; i++) {
            if (i == earlier.size() || i == later.size() || earlier.get(i).equals(REST)) {
                return true;
            }
            if (!earlier.get(i).equals(later.get(i))) {
                return false;
            }
        }
        return true;
    }
}
