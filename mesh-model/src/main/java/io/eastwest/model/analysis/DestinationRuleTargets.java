package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.ServiceEntrySpec;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.WorkloadEntry;
import io.eastwest.model.istio.networking.WorkloadEntrySpec;
import io.eastwest.model.scalar.Hostname;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * DestinationRules: does the host exist, and does each subset select something? As upstream, a pod of any service counts.
 * WorkloadEntries and the endpoints of the ServiceEntry count as well, because istiod serves them; upstream looks at pods
 * only. A wildcard is known if it covers a known host; upstream wants a ServiceEntry of that wildcard. Mirrors istio 1.30.3 {@code pkg/config/analysis/analyzers/destinationrule/subset.go}.
 */
final class DestinationRuleTargets {
    private final ControlPlaneScope scope;
    private final Findings findings;
    private final Map<Map<String, String>, Boolean> selecting = new LinkedHashMap<>();

    private DestinationRuleTargets(ControlPlaneScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        if (scope.hosts().isKnown()) {
            DestinationRuleTargets targets = new DestinationRuleTargets(scope, findings);
            scope.configuration(DestinationRule.class).forEach(targets::check);
        }
    }

    private void check(Found<DestinationRule> rule) {
        DestinationRuleSpec spec = rule.resource().spec();
        Optional<HostTable.Target> target = scope.hosts().find(rule.namespace(), spec.exportTo(), spec.host());
        if (target.isEmpty()) {
            if (Hostname.isWildcard(spec.host()) && scope.hosts().covers(rule.namespace(), spec.host())) {
                return;
            }
            findings.warning(
                    IssueCode.DESTINATION_RULE_HOST_UNKNOWN,
                    rule,
                    AnalysisPaths.SPEC.field("host"),
                    "host " + IssueText.quote(spec.host()) + " is no Service or ServiceEntry that namespace "
                            + IssueText.quote(rule.namespace()) + " of cluster " + IssueText.quote(scope.cluster())
                            + " sees",
                    "correct the host or add the service");
        } else if (scope.pods().isKnown() || !target.get().entries().isEmpty()) {
            for (int i = 0; i < spec.subsets().size(); i++) {
                check(rule, i, target.get());
            }
        }
    }

    private void check(Found<DestinationRule> rule, int index, HostTable.Target target) {
        Subset subset = rule.resource().spec().subsets().get(index);
        Map<String, String> selector = new TreeMap<>(target.selector());
        selector.putAll(subset.labels());
        if (!isEndpoint(target, selector) && !selecting.computeIfAbsent(selector, this::selectsWorkload)) {
            findings.error(
                    IssueCode.SUBSET_SELECTS_NOTHING,
                    rule,
                    AnalysisPaths.SPEC.field("subsets").index(index),
                    "no workload has the labels " + Texts.selector(selector) + " of subset "
                            + IssueText.quote(subset.name()) + ", so calls to it fail with 503",
                    "correct the labels or remove the subset");
        }
    }

    private static boolean isEndpoint(HostTable.Target target, Map<String, String> selector) {
        return target.entries().stream()
                .map(ServiceEntrySpec::endpoints)
                .flatMap(List::stream)
                .anyMatch(endpoint -> hasLabels(endpoint, selector));
    }

    private boolean selectsWorkload(Map<String, String> selector) {
        Map<String, String> own = new TreeMap<>(selector);
        own.keySet().removeAll(AddedLabels.NAMES);
        List<MeshPod> candidates = new ArrayList<>(scope.pods().selected(own));
        return candidates.stream().anyMatch(pod -> pod.canHaveLabels(selector))
                || scope.configuration(WorkloadEntry.class).stream()
                        .anyMatch(entry -> hasLabels(entry.resource().spec(), selector));
    }

    private static boolean hasLabels(WorkloadEntrySpec entry, Map<String, String> selector) {
        Map<String, String> labels = new TreeMap<>(entry.labels());
        AddedLabels.locality(entry.locality().orElse(""), labels);
        entry.network().ifPresent(network -> labels.putIfAbsent(AddedLabels.NETWORK, network));
        return selector.entrySet().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }
}
