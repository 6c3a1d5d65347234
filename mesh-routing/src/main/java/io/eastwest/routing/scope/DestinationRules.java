package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The index of DestinationRules and the lookup over the namespaces of the client, the service and the mesh. Mirrors
 * istio 1.30.3 {@code pilot/pkg/model/push_context.go:setDestinationRules, destinationRule}.
 */
final class DestinationRules {
    private static final String EVERYBODY = "*";
    private static final String OWN = ".";

    private final String rootNamespace;
    private final Map<String, DestinationRuleIndex> local = new LinkedHashMap<>();
    private final Map<String, DestinationRuleIndex> exported = new LinkedHashMap<>();
    private final DestinationRuleIndex rootLocal = new DestinationRuleIndex();

    private DestinationRules(String rootNamespace) {
        this.rootNamespace = rootNamespace;
    }

    static DestinationRules of(ControlPlaneView view, List<Configured<DestinationRule>> generated) {
        DestinationRules rules = new DestinationRules(view.rootNamespace());
        boolean privateByDefault =
                view.meshConfig().defaultDestinationRuleExportTo().contains(OWN);
        List<Configured<DestinationRule>> sorted = new ArrayList<>(view.configuration(DestinationRule.class));
        sorted.addAll(generated);
        sorted.sort(Comparator.comparing((Configured<DestinationRule> rule) ->
                        rule.resource().spec().workloadSelector().isEmpty())
                .thenComparing(Configured::creationTime)
                .thenComparing(Configured::name)
                .thenComparing(Configured::namespace));
        for (Configured<DestinationRule> rule : sorted) {
            rules.add(rule, view.domainSuffix(), privateByDefault);
        }
        return rules;
    }

    private void add(Configured<DestinationRule> rule, String domainSuffix, boolean privateByDefault) {
        String namespace = rule.namespace();
        String host = Hostname.resolve(rule.resource().spec().host(), namespace, domainSuffix);
        List<String> exportTo = rule.resource().spec().workloadSelector().isPresent()
                ? List.of(OWN)
                : rule.resource().spec().exportTo();
        if (exportTo.isEmpty()
                || exportTo.contains(EVERYBODY)
                || exportTo.contains(OWN)
                || exportTo.contains(namespace)) {
            local.computeIfAbsent(namespace, key -> new DestinationRuleIndex()).add(host, rule, exportTo);
        }
        if (!isPrivate(exportTo, namespace, privateByDefault)) {
            exported.computeIfAbsent(namespace, key -> new DestinationRuleIndex())
                    .add(host, rule, exportTo);
        } else if (namespace.equals(rootNamespace)) {
            rootLocal.add(host, rule, exportTo);
        }
    }

    private static boolean isPrivate(List<String> exportTo, String namespace, boolean privateByDefault) {
        if (exportTo.isEmpty()) {
            return privateByDefault;
        }
        return exportTo.size() == 1
                && (exportTo.get(0).equals(OWN) || exportTo.get(0).equals(namespace));
    }

    /**
     * The rules for a service, of the one namespace that decides.
     *
     * @param client namespace of the client
     * @param service namespace of the service
     * @param hostname hostname of the service
     * @param trace takes each rule that is left out
     * @return entries in istiod's order; empty: none
     */
    List<MergedDestinationRule> lookup(String client, String service, String hostname, TraceSink trace) {
        List<MergedDestinationRule> decided = List.of();
        RuleSteps steps = new RuleSteps(hostname, client, trace);
        for (Level level : levels(client, service)) {
            if (!decided.isEmpty() && !trace.isRecording()) {
                return decided;
            }
            List<MergedDestinationRule> found = level.index().mostSpecific(hostname);
            List<MergedDestinationRule> seen = level.exported() ? visible(found, client) : found;
            steps.level(level.index(), found, seen, !decided.isEmpty());
            steps.hidden(level.hidden());
            decided = decided.isEmpty() ? seen : decided;
        }
        return decided;
    }

    /** One of the namespaces that are asked in turn; of rules of others only those that are exported count. */
    private record Level(DestinationRuleIndex index, boolean exported, DestinationRuleIndex hidden) {
        private static final DestinationRuleIndex NONE = new DestinationRuleIndex();
    }

    private List<Level> levels(String client, String service) {
        DestinationRuleIndex none = Level.NONE;
        DestinationRuleIndex own = client.equals(rootNamespace) ? rootLocal : local.getOrDefault(client, none);
        DestinationRuleIndex ofService = local.getOrDefault(service, none);
        return List.of(
                new Level(own, false, none),
                new Level(exported.getOrDefault(service, none), true, client.equals(service) ? none : ofService),
                new Level(exported.getOrDefault(rootNamespace, none), true, none));
    }

    private static List<MergedDestinationRule> visible(List<MergedDestinationRule> found, String client) {
        return found.stream()
                .filter(rule -> rule.exportTo().isEmpty()
                        || rule.exportTo().contains(EVERYBODY)
                        || rule.exportTo().contains(client))
                .toList();
    }
}
