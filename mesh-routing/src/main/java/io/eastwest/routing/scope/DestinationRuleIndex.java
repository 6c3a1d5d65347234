package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.scope.MergedDestinationRule.SourcedSubset;
import io.eastwest.routing.view.Configured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * DestinationRules of one namespace by host, rules of one host merged. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/destination_rule.go:mergeDestinationRule} with ENABLE_ENHANCED_DESTINATIONRULE_MERGE on.
 */
final class DestinationRuleIndex {
    private final Map<String, List<MergedDestinationRule>> exact = new LinkedHashMap<>();
    private final Map<String, List<MergedDestinationRule>> wildcards = new LinkedHashMap<>();

    void add(String host, Configured<DestinationRule> rule, List<String> exportTo) {
        Map<String, List<MergedDestinationRule>> index = Hostname.isWildcard(host) ? wildcards : exact;
        merge(entry(host, rule, exportTo), index.computeIfAbsent(host, key -> new ArrayList<>()));
    }

    List<MergedDestinationRule> mostSpecific(String hostname) {
        return Hostname.mostSpecificMatch(hostname, exact.keySet(), wildcards.keySet())
                .map(host -> Hostname.isWildcard(host) ? wildcards.get(host) : exact.get(host))
                .orElse(List.of());
    }

    /** {@return the entries whose host matches, the most specific ones included} */
    List<MergedDestinationRule> matching(String hostname) {
        return Stream.concat(exact.entrySet().stream(), wildcards.entrySet().stream())
                .filter(entry -> Hostname.matches(entry.getKey(), hostname))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static void merge(MergedDestinationRule incoming, List<MergedDestinationRule> entries) {
        boolean append = true;
        Set<String> exportTo = new LinkedHashSet<>(incoming.exportTo());
        for (int i = 0; i < entries.size(); i++) {
            MergedDestinationRule existing = entries.get(i);
            Set<String> present = new LinkedHashSet<>(existing.exportTo());
            append = true;
            boolean same = exportTo.equals(present);
            if (!same && (present.isEmpty() || !exportTo.containsAll(present))) {
                continue;
            }
            boolean bothSelect = existing.workloadSelector().isPresent()
                    && incoming.workloadSelector().isPresent();
            boolean sameSelector = existing.workloadSelector().equals(incoming.workloadSelector());
            if (bothSelect && !sameSelector) {
                continue;
            }
            append = !same && !sameSelector;
            entries.set(i, merged(existing, incoming));
        }
        if (append) {
            entries.add(incoming);
        }
    }

    private static MergedDestinationRule merged(MergedDestinationRule existing, MergedDestinationRule incoming) {
        return existing.toBuilder()
                .addAllResources(incoming.resources())
                .trafficPolicy(existing.trafficPolicy().or(incoming::trafficPolicy))
                .trafficPolicyOrigin(existing.trafficPolicyOrigin().or(incoming::trafficPolicyOrigin))
                .addAllSubsets(incoming.subsets().stream()
                        .filter(each -> existing.subset(each.subset().name()).isEmpty())
                        .toList())
                .build();
    }

    private static MergedDestinationRule entry(String host, Configured<DestinationRule> rule, List<String> exportTo) {
        MergedDestinationRuleBuilder builder = MergedDestinationRule.builder()
                .host(host)
                .namespace(rule.namespace())
                .addResource(rule.resource().key())
                .exportTo(exportTo)
                .workloadSelector(selector(rule.resource()))
                .trafficPolicy(rule.resource().spec().trafficPolicy())
                .trafficPolicyOrigin(rule.resource()
                        .spec()
                        .trafficPolicy()
                        .map(policy -> new Origin(rule.resource().key(), "spec.trafficPolicy")));
        List<Subset> subsets = rule.resource().spec().subsets();
        for (int i = 0; i < subsets.size(); i++) {
            builder.addSubset(
                    new SourcedSubset(subsets.get(i), new Origin(rule.resource().key(), "spec.subsets[" + i + "]")));
        }
        return builder.build();
    }

    private static Optional<Map<String, String>> selector(DestinationRule rule) {
        return rule.spec().workloadSelector().map(PolicyWorkloadSelector::matchLabels);
    }
}
