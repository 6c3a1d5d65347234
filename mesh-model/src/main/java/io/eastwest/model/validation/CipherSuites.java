package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of cipher suites. Mirrors istio 1.30.3 {@code pkg/config/security/security.go:IsValidCipherSuite}. */
final class CipherSuites {
    private static final Set<String> KNOWN = Sets.of(
            "ECDHE-ECDSA-AES128-GCM-SHA256",
            "ECDHE-RSA-AES128-GCM-SHA256",
            "ECDHE-ECDSA-AES256-GCM-SHA384",
            "ECDHE-RSA-AES256-GCM-SHA384",
            "ECDHE-ECDSA-CHACHA20-POLY1305",
            "ECDHE-RSA-CHACHA20-POLY1305",
            "ECDHE-ECDSA-AES128-SHA",
            "ECDHE-RSA-AES128-SHA",
            "ECDHE-ECDSA-AES256-SHA",
            "ECDHE-RSA-AES256-SHA",
            "AES128-GCM-SHA256",
            "AES256-GCM-SHA384",
            "AES128-SHA",
            "AES256-SHA",
            "DES-CBC3-SHA");

    private CipherSuites() {}

    static void check(List<String> suites, DocumentPath path, ManifestIssues issues) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < suites.size(); i++) {
            String suite = suites.get(i);
            if (!isTaken(suite)) {
                String message = "unknown cipher suite " + IssueText.quote(suite) + " is left out";
                issues.warning(IssueCode.CIPHER_SUITE_IGNORED, path.index(i), message, "use a name of OpenSSL");
            } else if (!seen.add(suite)) {
                String message = "cipher suite " + IssueText.quote(suite) + " is already listed";
                issues.warning(IssueCode.CIPHER_SUITE_IGNORED, path.index(i), message, "remove one of them");
            }
        }
    }

    /** What begins with a sign is an expression of OpenSSL, which Istio does not read. */
    private static boolean isTaken(String suite) {
        return suite.isEmpty()
                || suite.equals("ALL")
                || !Character.isLetterOrDigit(suite.charAt(0))
                || KNOWN.contains(suite);
    }
}
