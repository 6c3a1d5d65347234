package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.telemetry.MetricsOverrides;
import io.eastwest.model.istio.telemetry.MetricsSettings;
import io.eastwest.model.istio.telemetry.ProviderReference;
import io.eastwest.model.istio.telemetry.TagOperation;
import io.eastwest.model.istio.telemetry.TagOverride;
import io.eastwest.model.istio.telemetry.TelemetrySpec;
import io.eastwest.model.istio.telemetry.TelemetryTag;
import io.eastwest.model.istio.telemetry.TracingSettings;
import java.util.List;

/**
 * What a Telemetry may say. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:ValidateTelemetry} and {@code
 * validation_istiod.go:validateTelemetryFilter}.
 */
final class TelemetryRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private TelemetryRules() {}

    static void check(TelemetrySpec spec, ManifestIssues issues) {
        PolicyTargets.check(spec, SPEC, issues);
        for (int i = 0; i < spec.metrics().size(); i++) {
            check(spec.metrics().get(i), SPEC.field("metrics").index(i), issues);
        }
        if (spec.tracing().size() > 1) {
            String message = "several entries of tracing are not supported";
            issues.warning(IssueCode.FIELD_UNSUPPORTED, SPEC.field("tracing").index(1), message, "keep one of them");
        }
        for (int i = 0; i < spec.tracing().size(); i++) {
            check(spec.tracing().get(i), SPEC.field("tracing").index(i), issues);
        }
        for (int i = 0; i < spec.accessLogging().size(); i++) {
            DocumentPath path = SPEC.field("accessLogging").index(i);
            checkProviders(spec.accessLogging().get(i).providers(), path, issues);
            spec.accessLogging().get(i).filter().ifPresent(filter -> {
                String expression = filter.expression().orElse("");
                checkCel(expression, path.field("filter").field("expression"), issues);
            });
        }
    }

    private static void checkCel(String expression, DocumentPath path, ManifestIssues issues) {
        CelSyntax.fault(expression).ifPresent(fault -> {
            String message = "must be a CEL expression but was " + IssueText.quote(expression) + ": " + fault;
            issues.error(IssueCode.CEL_INVALID, path, message, "write such as response.code >= 400");
        });
    }

    private static void check(TracingSettings tracing, DocumentPath path, ManifestIssues issues) {
        checkProviders(tracing.providers(), path, issues);
        if (tracing.providers().size() > 1) {
            String message = "several providers of tracing are not supported";
            issues.warning(IssueCode.FIELD_UNSUPPORTED, path.field("providers").index(1), message, "keep one of them");
        }
        double sampling = tracing.randomSamplingPercentage().orElse(0);
        if (sampling < 0 || sampling > 100) {
            String message = "must be a percentage from 0 to 100 but was " + Quantities.text(sampling);
            DocumentPath at = path.field("randomSamplingPercentage");
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, at, message, "use a number in range");
        }
        tracing.customTags().forEach((name, tag) -> {
            DocumentPath at = path.field("customTags").field(name);
            if (name.isEmpty()) {
                issues.error(IssueCode.TEXT_TOO_SHORT, at, "name of a tag must not be empty", "give it a name");
            }
            checkTag(tag, at, issues);
        });
    }

    private static void checkTag(TelemetryTag tag, DocumentPath path, ManifestIssues issues) {
        if (tag instanceof TelemetryTag.Literal literal) {
            Texts.checkNotEmpty(literal.value().value(), path.field("literal").field("value"), issues);
        } else if (tag instanceof TelemetryTag.Header header) {
            Texts.checkNotEmpty(header.value().name(), path.field("header").field("name"), issues);
        } else if (tag instanceof TelemetryTag.Environment environment) {
            Texts.checkNotEmpty(
                    environment.value().name(), path.field("environment").field("name"), issues);
        }
    }

    private static void check(MetricsSettings metrics, DocumentPath path, ManifestIssues issues) {
        checkProviders(metrics.providers(), path, issues);
        for (int i = 0; i < metrics.overrides().size(); i++) {
            MetricsOverrides overrides = metrics.overrides().get(i);
            DocumentPath at = path.field("overrides").index(i);
            overrides
                    .match()
                    .flatMap(match -> match.customMetric())
                    .ifPresent(metric ->
                            Texts.checkNotEmpty(metric, at.field("match").field("customMetric"), issues));
            overrides.tagOverrides().forEach((name, override) -> {
                DocumentPath tag = at.field("tagOverrides").field(name);
                if (name.isEmpty()) {
                    issues.warning(IssueCode.TEXT_TOO_SHORT, tag, "name of a tag must not be empty", "give it a name");
                }
                checkOverride(override, tag, issues);
            });
        }
    }

    private static void checkOverride(TagOverride override, DocumentPath path, ManifestIssues issues) {
        boolean valued = !override.value().orElse("").isEmpty();
        boolean upsert = override.operation().orElse(TagOperation.UPSERT) == TagOperation.UPSERT;
        if (upsert && !valued) {
            String message = "operation UPSERT needs a value";
            issues.error(IssueCode.MISSING_FIELD, path.field("value"), message, "add it, or use operation REMOVE");
        } else if (!upsert && valued) {
            String message = "must not be set with operation REMOVE";
            issues.error(IssueCode.FIELD_CONFLICT, path.field("value"), message, "remove it, or use operation UPSERT");
        }
    }

    private static void checkProviders(List<ProviderReference> providers, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < providers.size(); i++) {
            DocumentPath name = path.field("providers").index(i).field("name");
            Texts.checkNotEmpty(providers.get(i).name(), name, issues);
        }
    }
}
