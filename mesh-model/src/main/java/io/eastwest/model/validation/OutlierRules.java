package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.OutlierDetection;

/**
 * When an endpoint is ejected. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateOutlierDetection}.
 */
final class OutlierRules {
    private OutlierRules() {}

    static void check(OutlierDetection outlier, DocumentPath path, ManifestIssues issues) {
        outlier.baseEjectionTime()
                .ifPresent(time -> Quantities.checkDuration(time, path.field("baseEjectionTime"), issues));
        outlier.interval().ifPresent(time -> Quantities.checkDuration(time, path.field("interval"), issues));
        if (outlier.consecutiveErrors().orElse(0) != 0) {
            String hint = "use consecutiveGatewayErrors or consecutive5xxErrors";
            issues.warning(IssueCode.FIELD_DEPRECATED, path.field("consecutiveErrors"), "is deprecated", hint);
        }
        boolean split = outlier.splitExternalLocalOriginErrors().orElse(false);
        if (!split && outlier.consecutiveLocalOriginFailures().orElse(0) != 0) {
            String message = "counts failures that are counted apart only with splitExternalLocalOriginErrors";
            DocumentPath at = path.field("consecutiveLocalOriginFailures");
            issues.error(IssueCode.FIELD_CONFLICT, at, message, "set splitExternalLocalOriginErrors to true");
        }
        Quantities.checkPercent(outlier.maxEjectionPercent(), path.field("maxEjectionPercent"), issues);
        Quantities.checkPercent(outlier.minHealthPercent(), path.field("minHealthPercent"), issues);
    }
}
