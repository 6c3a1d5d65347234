package io.eastwest.model.validation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import java.util.List;
import java.util.Map;

/**
 * Annotations that mean something to the webhook of istiod, on kinds that it looks at. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/validation.go:validateMetadata, checkDryRunAnnotation}.
 */
final class IstioAnnotationRules {
    private static final String DRY_RUN = "istio.io/dry-run";
    private static final List<String> RESERVED = List.of(
            "internal.istio.io/webhook-always-reject",
            "internal.istio.io/parent-namespace",
            "internal.istio.io/parents");
    private static final List<String> GROUPS =
            List.of("security.istio.io", "networking.istio.io", "telemetry.istio.io", "extensions.istio.io");

    /** What Go takes as a boolean. */
    private static final List<String> BOOLEANS =
            List.of("true", "false", "1", "0", "t", "f", "T", "F", "TRUE", "FALSE", "True", "False");

    private IstioAnnotationRules() {}

    static void check(MeshResource resource, ManifestIssues issues) {
        if (!GROUPS.contains(resource.group())) {
            return;
        }
        Map<String, String> annotations = resource.metadata().annotations();
        DocumentPath path = MetadataRules.METADATA.field("annotations");
        for (String key : RESERVED) {
            if (annotations.containsKey(key)) {
                String message = "istiod keeps this annotation to itself and refuses the object";
                issues.error(IssueCode.ANNOTATION_INVALID, path.field(key), message, "remove it");
            }
        }
        String dryRun = annotations.get(DRY_RUN);
        if (dryRun != null) {
            checkDryRun(resource, dryRun, path.field(DRY_RUN), issues);
        }
    }

    private static void checkDryRun(MeshResource resource, String value, DocumentPath path, ManifestIssues issues) {
        if (!(resource instanceof AuthorizationPolicy policy)) {
            String message = "only an AuthorizationPolicy can be tried out, not a " + resource.kind();
            issues.error(IssueCode.ANNOTATION_INVALID, path, message, "remove it");
            return;
        }
        AuthorizationAction action = policy.spec().actionOrDefault();
        if (action == AuthorizationAction.AUDIT || action == AuthorizationAction.CUSTOM) {
            String message = "a policy of action " + action + " cannot be tried out, only ALLOW and DENY can";
            issues.error(IssueCode.ANNOTATION_INVALID, path, message, "remove it");
        } else if (!BOOLEANS.contains(value)) {
            String message = "must be a boolean but was " + IssueText.quote(value);
            issues.error(IssueCode.ANNOTATION_INVALID, path, message, "write \"true\" or \"false\"");
        }
    }
}
