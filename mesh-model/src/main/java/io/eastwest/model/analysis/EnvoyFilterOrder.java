package io.eastwest.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.EnvoyApplyTo;
import io.eastwest.model.istio.networking.EnvoyConfigMatch;
import io.eastwest.model.istio.networking.EnvoyConfigPatch;
import io.eastwest.model.istio.networking.EnvoyFilter;
import io.eastwest.model.istio.networking.EnvoyFilterChainMatch;
import io.eastwest.model.istio.networking.EnvoyFilterMatch;
import io.eastwest.model.istio.networking.EnvoyListenerMatch;
import io.eastwest.model.istio.networking.EnvoyPatch;
import io.eastwest.model.istio.networking.EnvoyPatchOperation;
import io.eastwest.model.istio.networking.EnvoyProxyMatch;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Patches of EnvoyFilters that depend on the order in which they are applied, or do nothing. Which of several patches of one
 * filter is told about its proxy version depends upstream on the order of the map; here filters come by namespace and name.
 * Mirrors istio 1.30.3 {@code pkg/config/analysis/analyzers/envoyfilter/envoyfilter.go}.
 */
final class EnvoyFilterOrder {
    private static final List<EnvoyApplyTo> FIXED = List.of(EnvoyApplyTo.ROUTE_CONFIGURATION, EnvoyApplyTo.HTTP_ROUTE);
    private static final List<EnvoyApplyTo> REPLACEABLE =
            List.of(EnvoyApplyTo.NETWORK_FILTER, EnvoyApplyTo.HTTP_FILTER, EnvoyApplyTo.VIRTUAL_HOST);

    private final Findings findings;
    private final Set<String> versioned = new LinkedHashSet<>();

    private EnvoyFilterOrder(Findings findings) {
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        EnvoyFilterOrder order = new EnvoyFilterOrder(findings);
        scope.configuration(EnvoyFilter.class).stream()
                .sorted(Comparator.comparing(Found::key))
                .forEach(order::check);
    }

    private void check(Found<EnvoyFilter> filter) {
        List<EnvoyConfigPatch> patches = filter.resource().spec().configPatches();
        for (int i = 0; i < patches.size(); i++) {
            EnvoyConfigPatch patch = patches.get(i);
            if (patch.patch().isEmpty()) {
                return;
            }
            String name = filterName(patch, patch.patch().get());
            DocumentPath path = AnalysisPaths.SPEC
                    .field("configPatches")
                    .index(i)
                    .field("patch")
                    .field("operation");
            check(filter, patch, patch.patch().get(), name, path);
            boolean hasVersion = patch.match()
                    .flatMap(EnvoyConfigMatch::proxy)
                    .flatMap(EnvoyProxyMatch::proxyVersion)
                    .filter(version -> !version.isEmpty())
                    .isPresent();
            if (hasVersion) {
                versioned.add(name);
            }
        }
    }

    private void check(
            Found<EnvoyFilter> filter, EnvoyConfigPatch patch, EnvoyPatch change, String name, DocumentPath path) {
        EnvoyPatchOperation operation = change.operation().orElse(EnvoyPatchOperation.INVALID);
        EnvoyApplyTo target = patch.applyTo().orElse(EnvoyApplyTo.INVALID);
        boolean fixed = FIXED.contains(target);
        if (operation == EnvoyPatchOperation.ADD && fixed) {
            reportIgnored(IssueCode.ENVOY_FILTER_ADD_IGNORED, filter, path, "ADD", target);
        } else if (operation == EnvoyPatchOperation.REMOVE && fixed) {
            reportIgnored(IssueCode.ENVOY_FILTER_REMOVE_IGNORED, filter, path, "REMOVE", target);
        } else if (operation == EnvoyPatchOperation.REPLACE && !REPLACEABLE.contains(target)) {
            findings.error(
                    IssueCode.ENVOY_FILTER_REPLACE_IGNORED,
                    filter,
                    path,
                    "REPLACE is ignored for " + target,
                    "use it for HTTP_FILTER, NETWORK_FILTER or VIRTUAL_HOST");
        } else if (isRelative(operation) && filter.resource().spec().priority().orElse(0) == 0) {
            boolean again = versioned.contains(name);
            findings.warning(
                    again ? IssueCode.ENVOY_FILTER_ORDER_DEPENDS_ON_VERSION : IssueCode.ENVOY_FILTER_ORDER_UNDEFINED,
                    filter,
                    path,
                    operation + " counts only if what it refers to is there first, and no priority says so"
                            + (again ? "; an earlier patch of this filter holds for some proxy versions only" : ""),
                    "set priority, or use INSERT_FIRST or ADD");
        }
    }

    private void reportIgnored(
            IssueCode code, Found<EnvoyFilter> filter, DocumentPath path, String operation, EnvoyApplyTo target) {
        findings.error(code, filter, path, operation + " is ignored for " + target, "use MERGE or another target");
    }

    private static boolean isRelative(EnvoyPatchOperation operation) {
        return operation == EnvoyPatchOperation.REMOVE
                || operation == EnvoyPatchOperation.REPLACE
                || operation == EnvoyPatchOperation.INSERT_BEFORE
                || operation == EnvoyPatchOperation.INSERT_AFTER;
    }

    /** {@return name in the value, else that of the filter that is matched if there is a value; empty text: none} */
    private static String filterName(EnvoyConfigPatch patch, EnvoyPatch change) {
        Optional<JsonNode> value = change.value().filter(node -> node.size() > 0);
        JsonNode name = value.map(node -> node.path("name")).orElse(MissingNode.getInstance());
        if (value.isEmpty() || !name.isMissingNode()) {
            return name.asText();
        }
        return patch.match()
                .flatMap(EnvoyConfigMatch::listener)
                .flatMap(EnvoyListenerMatch::filterChain)
                .flatMap(EnvoyFilterChainMatch::filter)
                .flatMap(EnvoyFilterMatch::name)
                .orElse("");
    }
}
