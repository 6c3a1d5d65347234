package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.Subset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a DestinationRule may say. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateDestinationRule, validateSubset}, which drops the warnings of
 * subsets.
 */
final class DestinationRuleRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private DestinationRuleRules() {}

    static void check(DestinationRule rule, ManifestIssues issues) {
        DestinationRuleSpec spec = rule.spec();
        String namespace = rule.metadata().namespaceOrDefault();
        DnsNames.checkWildcardDomain(spec.host(), SPEC.field("host"), issues);
        spec.trafficPolicy()
                .ifPresent(policy -> TrafficPolicyRules.check(policy, namespace, SPEC.field("trafficPolicy"), issues));
        checkSubsets(spec.subsets(), namespace, issues.errorsOnly());
        DocumentPath exportTo = SPEC.field("exportTo");
        ExportToRules.check(spec.exportTo(), namespace, exportTo, issues);
        spec.workloadSelector().ifPresent(selector -> {
            DocumentPath labels = SPEC.field("workloadSelector").field("matchLabels");
            LabelMaps.checkSelector(selector.matchLabels(), labels, "every client of the namespace", issues);
            ExportToRules.checkOwnOnly(spec.exportTo(), namespace, exportTo, issues);
        });
    }

    private static void checkSubsets(List<Subset> subsets, String namespace, ManifestIssues issues) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < subsets.size(); i++) {
            Subset subset = subsets.get(i);
            DocumentPath path = SPEC.field("subsets").index(i);
            Destinations.checkSubsetName(subset.name(), path.field("name"), issues);
            if (!names.add(subset.name())) {
                String message = IssueText.quote(subset.name()) + " is already the name of another subset";
                issues.error(IssueCode.DUPLICATE_ITEM, path.field("name"), message, "rename one of them");
            }
            LabelMaps.check(subset.labels(), path.field("labels"), issues);
            subset.trafficPolicy()
                    .ifPresent(
                            policy -> TrafficPolicyRules.check(policy, namespace, path.field("trafficPolicy"), issues));
        }
    }
}
