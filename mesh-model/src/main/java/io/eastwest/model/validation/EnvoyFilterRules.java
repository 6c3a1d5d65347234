package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.EnvoyApplyTo;
import io.eastwest.model.istio.networking.EnvoyConfigMatch;
import io.eastwest.model.istio.networking.EnvoyConfigPatch;
import io.eastwest.model.istio.networking.EnvoyFilter;
import io.eastwest.model.istio.networking.EnvoyPatch;
import io.eastwest.model.istio.networking.EnvoyPatchContext;
import io.eastwest.model.istio.networking.EnvoyPatchOperation;
import io.eastwest.model.istio.networking.EnvoyProxyMatch;
import java.util.Optional;

/**
 * The typed part of an EnvoyFilter. What a patch writes is Envoy's and not read, so faults in it are not found. Mirrors
 * istio 1.30.3 {@code pkg/config/validation/envoyfilter/envoyfilter.go:validateEnvoyFilter}.
 */
final class EnvoyFilterRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private EnvoyFilterRules() {}

    static void check(EnvoyFilter filter, ManifestIssues issues) {
        String message = "writes into the configuration of Envoy, which may change with every release";
        issues.warning(IssueCode.INTERNAL_API, SPEC, message, "use another API if there is one");
        filter.spec().workloadSelector().ifPresent(selector -> {
            DocumentPath labels = SPEC.field("workloadSelector").field("labels");
            LabelMaps.checkSelector(selector.labels(), labels, "every workload of the namespace", issues);
        });
        for (int i = 0; i < filter.spec().configPatches().size(); i++) {
            EnvoyConfigPatch patch = filter.spec().configPatches().get(i);
            Optional<EnvoyPatchContext> context = patch.match().flatMap(EnvoyConfigMatch::context);
            if (context.filter(EnvoyPatchContext.WAYPOINT::equals).isEmpty()) {
                check(patch, SPEC.field("configPatches").index(i), issues);
            }
        }
    }

    private static void check(EnvoyConfigPatch patch, DocumentPath path, ManifestIssues issues) {
        EnvoyApplyTo applyTo = patch.applyTo().orElse(EnvoyApplyTo.INVALID);
        if (applyTo == EnvoyApplyTo.INVALID) {
            require("applyTo", "add what to patch, such as HTTP_FILTER", path, issues);
        }
        if (patch.patch().isPresent()) {
            checkPatch(patch.patch().get(), path.field("patch"), issues);
        } else {
            require("patch", "add it", path, issues);
        }
        patch.match().ifPresent(match -> {
            match.proxy()
                    .flatMap(EnvoyProxyMatch::proxyVersion)
                    .ifPresent(
                            version -> checkVersion(version, path.field("match").field("proxy"), issues));
            EnvoyMatchRules.check(match, applyTo, path.field("match"), issues);
        });
    }

    private static void checkPatch(EnvoyPatch patch, DocumentPath path, ManifestIssues issues) {
        EnvoyPatchOperation operation = patch.operation().orElse(EnvoyPatchOperation.INVALID);
        if (operation == EnvoyPatchOperation.INVALID) {
            require("operation", "add it, such as MERGE", path, issues);
        } else if (operation != EnvoyPatchOperation.REMOVE && patch.value().isEmpty()) {
            require("value", "add it, or use REMOVE", path, issues);
        }
    }

    static void require(String field, String hint, DocumentPath path, ManifestIssues issues) {
        issues.error(IssueCode.MISSING_FIELD, path.field(field), "required but not set", hint);
    }

    private static void checkVersion(String version, DocumentPath path, ManifestIssues issues) {
        Expressions.fault(version).ifPresent(fault -> {
            String message = "must be an RE2 expression but was " + IssueText.quote(version) + ": " + fault;
            issues.error(IssueCode.REGEX_INVALID, path.field("proxyVersion"), message, "use such as ^1\\.30.*");
        });
    }
}
