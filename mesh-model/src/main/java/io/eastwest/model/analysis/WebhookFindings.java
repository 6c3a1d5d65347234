package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.Severity;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.model.validation.ValidationLayer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the webhook of Istio says about each object of the configuration. Upstream's analyzer passes name, namespace and
 * specification only and so misses rules on labels and annotations, which the webhook knows. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/schema/validation.go}.
 */
final class WebhookFindings {
    private static final Set<ValidationLayer> WEBHOOK =
            Collections.unmodifiableSet(EnumSet.of(ValidationLayer.WEBHOOK));

    private WebhookFindings() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        for (Found<MeshResource> found : scope.configuration(MeshResource.class)) {
            for (Issue issue : MeshValidation.check(found.manifest(), WEBHOOK)) {
                findings.add(found.cluster(), found.manifest(), weighed(issue));
            }
        }
    }

    /** {@return the issue as the analyzer weighs it: a match without effect is only worth knowing} */
    private static Issue weighed(Issue issue) {
        return issue.code() == IssueCode.MATCH_INEFFECTIVE
                ? Issue.of(Severity.INFO, issue.code(), issue.path(), issue.message(), issue.hint())
                : issue;
    }
}
