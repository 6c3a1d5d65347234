package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Lengths and forms of texts, and lists of them. */
final class Texts {
    private Texts() {}

    static void checkNotEmpty(String text, DocumentPath path, ManifestIssues issues) {
        if (text.isEmpty()) {
            issues.error(IssueCode.TEXT_TOO_SHORT, path, "must not be empty", "give it a value or remove it");
        }
    }

    static void checkNoneEmpty(List<String> texts, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < texts.size(); i++) {
            checkNotEmpty(texts.get(i), path.index(i), issues);
        }
    }

    /** A text of at most that many bytes in UTF-8. */
    static void checkLength(String text, int most, DocumentPath path, ManifestIssues issues) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > most) {
            String message = String.format(Locale.ROOT, "must have at most %d bytes but has %d", most, length);
            issues.error(IssueCode.TEXT_TOO_LONG, path, message, "shorten it");
        }
    }

    static void checkNoneEmptyIpOrCidr(List<String> texts, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isEmpty()) {
                checkNotEmpty("", path.index(i), issues);
            } else {
                Addresses.checkIpOrCidr(texts.get(i), path.index(i), issues);
            }
        }
    }

    /** Ports that are written as texts, 0 included. */
    static void checkPortTexts(List<String> texts, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (text.isEmpty()) {
                checkNotEmpty("", path.index(i), issues);
            } else if (!isPortText(text)) {
                String message = "must be a port from 0 to 65535 but was " + IssueText.quote(text);
                issues.error(IssueCode.PORT_INVALID, path.index(i), message, "use a number in range");
            }
        }
    }

    private static boolean isPortText(String text) {
        String digits = text.replaceFirst("^0+(?=.)", "");
        return digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.length() <= 5
                && Integer.parseInt(digits) <= 65_535;
    }
}
