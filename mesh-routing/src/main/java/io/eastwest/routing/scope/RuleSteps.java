package io.eastwest.routing.scope;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.MeshProxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells which DestinationRules were considered for a service. Used by one lookup only. */
final class RuleSteps {
    private static final TraceStep.Stage STAGE = TraceStep.Stage.DESTINATION_RULE;

    private final String hostname;
    private final String client;
    private final TraceSink trace;
    private final Set<ResourceKey> told = new LinkedHashSet<>();

    RuleSteps(String hostname, String client, TraceSink trace) {
        this.hostname = hostname;
        this.client = client;
        this.trace = trace;
    }

    /**
     * Tells of the rules of one namespace that do not count; of those that may, the choice tells.
     *
     * @param index its rules
     * @param found those with the most specific host
     * @param seen those of them that the client may see
     * @param late whether another namespace has decided already
     */
    void level(
            DestinationRuleIndex index,
            List<MergedDestinationRule> found,
            List<MergedDestinationRule> seen,
            boolean late) {
        if (!trace.isRecording()) {
            return;
        }
        for (MergedDestinationRule rule : index.matching(hostname)) {
            if (late) {
                left(rule, new Mismatch("namespace", "no rule in a namespace that is asked before", rule.namespace()));
            } else if (!found.contains(rule)) {
                left(
                        rule,
                        new Mismatch(
                                "host", "the most specific one, " + found.get(0).host(), rule.host()));
            } else if (!seen.contains(rule)) {
                left(
                        rule,
                        new Mismatch(
                                "exportTo", "* or " + client, rule.exportTo().toString()));
            } else {
                told.addAll(rule.resources());
            }
        }
    }

    /** Tells of the rules of the service's namespace that stay there. */
    void hidden(DestinationRuleIndex index) {
        if (trace.isRecording()) {
            index.matching(hostname)
                    .forEach(rule -> left(
                            rule,
                            new Mismatch(
                                    "exportTo",
                                    "* or " + client,
                                    rule.exportTo().toString())));
        }
    }

    private void left(MergedDestinationRule rule, Mismatch why) {
        for (ResourceKey resource : rule.resources()) {
            if (told.add(resource)) {
                trace.left(STAGE, resource.name(), why, Optional.of(resource), "");
            }
        }
    }

    /**
     * Tells which of the entries of the namespace that decides is taken.
     *
     * @param entries the entries
     * @param chosen the one that is taken
     * @param proxy the client
     */
    static void chosen(
            List<MergedDestinationRule> entries,
            Optional<MergedDestinationRule> chosen,
            MeshProxy proxy,
            TraceSink trace) {
        if (!trace.isRecording()) {
            return;
        }
        for (MergedDestinationRule entry : entries) {
            List<ResourceKey> resources = entry.resources();
            for (ResourceKey resource : resources) {
                if (chosen.filter(entry::equals).isPresent()) {
                    String merged = resources.size() > 1 ? ", merged of " + resources : "";
                    trace.taken(STAGE, resource.name(), "host " + entry.host() + merged, Optional.of(resource), "");
                } else {
                    trace.left(STAGE, resource.name(), why(entry, proxy), Optional.of(resource), "");
                }
            }
        }
        if (entries.isEmpty()) {
            trace.left(STAGE, "", new Mismatch("no rule is for the host", "", ""), Optional.empty(), "");
        }
    }

    private static Mismatch why(MergedDestinationRule entry, MeshProxy proxy) {
        Map<String, String> wanted = new TreeMap<>(entry.workloadSelector().orElseGet(TreeMap::new));
        boolean selects = proxy.labels().entrySet().containsAll(wanted.entrySet());
        return selects
                ? new Mismatch("another entry for the host is taken", "", "")
                : new Mismatch("workloadSelector", wanted.toString(), new TreeMap<>(proxy.labels()).toString());
    }
}
