package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PeerAuthenticationSpec;

/**
 * What a PeerAuthentication may say. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidatePeerAuthentication}.
 */
final class PeerAuthenticationRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private PeerAuthenticationRules() {}

    static void check(PeerAuthentication authentication, ManifestIssues issues) {
        PeerAuthenticationSpec spec = authentication.spec();
        boolean selects = spec.selector()
                .filter(selector -> !selector.matchLabels().isEmpty())
                .isPresent();
        spec.portLevelMtls().ifPresent(levels -> {
            DocumentPath path = SPEC.field("portLevelMtls");
            if (levels.ports().isEmpty()) {
                issues.error(IssueCode.TOO_FEW_ITEMS, path, "has no port", "add one or remove it");
            } else if (!selects) {
                String message = "must be set only with a selector, which gives the ports their workloads";
                issues.error(IssueCode.FIELD_CONFLICT, path, message, "add labels to the selector or remove it");
            }
            for (int port : levels.ports().keySet()) {
                Quantities.checkPort(port, path.field(Integer.toString(port)), issues);
            }
        });
        spec.selector().ifPresent(selector -> {
            DocumentPath labels = SPEC.field("selector").field("matchLabels");
            LabelMaps.checkSelector(selector.matchLabels(), labels, "every workload of the namespace", issues);
        });
    }
}
