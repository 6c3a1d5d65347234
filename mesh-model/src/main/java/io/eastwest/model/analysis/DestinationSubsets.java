package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.scalar.Hostname;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Subsets that VirtualServices name: does a DestinationRule of the host define them? Rules of any namespace and for a
 * wildcard that covers the host count; upstream leaves the latter out although istiod uses them. Mirrors istio 1.30.3
 * {@code pkg/config/analysis/analyzers/virtualservice/destinationrules.go}.
 */
final class DestinationSubsets {
    private final Map<String, List<Found<DestinationRule>>> exact = new LinkedHashMap<>();
    private final Map<String, List<Found<DestinationRule>>> wildcards = new LinkedHashMap<>();

    private DestinationSubsets() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        DestinationSubsets subsets = of(scope);
        for (Found<VirtualService> service : scope.configuration(VirtualService.class)) {
            for (RouteTarget target : RouteTarget.of(service.resource().spec())) {
                String subset = target.destination().subset().orElse("");
                if (!subset.isEmpty()) {
                    subsets.check(service, target, subset, findings);
                }
            }
        }
    }

    static DestinationSubsets of(ControlPlaneScope scope) {
        DestinationSubsets subsets = new DestinationSubsets();
        for (Found<DestinationRule> rule : scope.configuration(DestinationRule.class)) {
            String host = AnalysisHosts.fqdn(rule.resource().spec().host(), rule.namespace());
            (Hostname.isWildcard(host) ? subsets.wildcards : subsets.exact)
                    .computeIfAbsent(host, any -> new ArrayList<>())
                    .add(rule);
        }
        return subsets;
    }

    /** {@return whether a rule defines a subset of a host, given by its full name} */
    boolean defines(String host, String subset) {
        return rules(host).stream()
                .anyMatch(rule -> rule.resource().spec().subset(subset).isPresent());
    }

    private List<Found<DestinationRule>> rules(String host) {
        List<Found<DestinationRule>> rules = new ArrayList<>(exact.getOrDefault(host, List.of()));
        wildcards.forEach((wildcard, more) -> {
            if (Hostname.subsetOf(host, wildcard)) {
                rules.addAll(more);
            }
        });
        return rules;
    }

    private void check(Found<VirtualService> service, RouteTarget target, String subset, Findings findings) {
        String host = AnalysisHosts.fqdn(target.destination().host(), service.namespace());
        if (defines(host, subset)) {
            return;
        }
        List<Found<DestinationRule>> rules = rules(host);
        String name = "subset " + IssueText.quote(subset);
        String message = rules.isEmpty()
                ? name + " does not exist because no DestinationRule is for host " + IssueText.quote(host)
                : name + " is not among " + described(rules);
        findings.error(
                IssueCode.SUBSET_UNKNOWN,
                service,
                target.path().field("subset"),
                message,
                rules.isEmpty() ? "add one that defines the subset" : "add it there or change the reference");
    }

    private static String described(List<Found<DestinationRule>> rules) {
        List<String> texts = new ArrayList<>();
        for (Found<DestinationRule> rule : rules) {
            List<String> names =
                    rule.resource().spec().subsets().stream().map(Subset::name).toList();
            texts.add(Texts.list(names) + " of " + rule.key());
        }
        return texts.size() == 1 ? texts.get(0) : Texts.list(texts);
    }
}
