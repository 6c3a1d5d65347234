package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.security.PolicyTarget;
import io.eastwest.model.istio.security.PolicyTargetReference;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import java.util.List;
import java.util.Optional;

/**
 * What a policy is about: workloads by label, or named objects. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/validation.go:validateOneOfSelectorType, validateWorkloadSelector, validatePolicyTargetReference}.
 */
final class PolicyTargets {
    private static final List<String> TARGETS = List.of(
            "core/Service",
            "networking.istio.io/ServiceEntry",
            "gateway.networking.k8s.io/Gateway",
            "gateway.networking.k8s.io/GatewayClass");

    private PolicyTargets() {}

    static void check(PolicyTarget target, DocumentPath spec, ManifestIssues issues) {
        target.targetRef().ifPresent(reference -> checkReference(reference, spec.field("targetRef"), issues));
        check(target.selector(), target.targetRefs(), spec, issues);
        exclude("targetRef", target.targetRef().isPresent(), "selector", target.selector(), spec, issues);
        exclude("targetRefs", !target.targetRefs().isEmpty(), "targetRef", target.targetRef(), spec, issues);
    }

    static void check(
            Optional<PolicyWorkloadSelector> selector,
            List<PolicyTargetReference> targetRefs,
            DocumentPath spec,
            ManifestIssues issues) {
        selector.ifPresent(chosen -> {
            DocumentPath labels = spec.field("selector").field("matchLabels");
            LabelMaps.checkSelector(chosen.matchLabels(), labels, "every workload of the namespace", issues);
        });
        for (int i = 0; i < targetRefs.size(); i++) {
            checkReference(targetRefs.get(i), spec.field("targetRefs").index(i), issues);
        }
        exclude("targetRefs", !targetRefs.isEmpty(), "selector", selector, spec, issues);
    }

    private static void exclude(
            String field, boolean set, String other, Optional<?> first, DocumentPath spec, ManifestIssues issues) {
        if (set && first.isPresent()) {
            String message = "must not be set beside " + other;
            issues.error(IssueCode.FIELD_CONFLICT, spec.field(field), message, "remove one of them");
        }
    }

    private static void checkReference(PolicyTargetReference reference, DocumentPath path, ManifestIssues issues) {
        if (reference.name().isEmpty()) {
            issues.error(IssueCode.TEXT_TOO_SHORT, path.field("name"), "must not be empty", "name the target");
        }
        if (!reference.namespace().orElse("").isEmpty()) {
            String message = "must not be set because a target is always in the own namespace";
            issues.error(IssueCode.TARGET_INVALID, path.field("namespace"), message, "remove it");
        }
        String group = reference.group().filter(given -> !given.isEmpty()).orElse("core");
        String kind = group + "/" + reference.kind();
        if (!TARGETS.contains(kind)) {
            String message = "must be a kind that policies can be about but was " + IssueText.quote(kind);
            issues.error(IssueCode.TARGET_INVALID, path.field("kind"), message, "use " + IssueText.oneOf(TARGETS));
        }
    }
}
