package io.eastwest.testing.coverage;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.Call;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.question.RuleReach;
import io.eastwest.routing.question.RuleStanding;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceStep;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the proxies of callers make of the rules of one resource. */
final class RouteSightings {
    private static final int MOST_REASONS = 3;

    private final ResourceKey resource;
    private final Map<String, Call> witnesses = new LinkedHashMap<>();
    private final Map<String, Set<String>> obstacles = new LinkedHashMap<>();
    private boolean complete = true;

    RouteSightings(ResourceKey resource) {
        this.resource = resource;
    }

    /** Looks at what one caller does with calls to one port of a host. */
    void look(MeshRouter router, Call start) {
        RuleReach reach = RuleReach.of(router, start);
        complete &= reach.complete();
        for (RuleStanding standing : reach.rules()) {
            standing.rule()
                    .origin()
                    .filter(origin -> origin.resource().equals(resource))
                    .ifPresent(origin -> standing.witness()
                            .ifPresentOrElse(
                                    call -> witnesses.putIfAbsent(origin.path(), call),
                                    () -> left(origin.path(), reason(standing))));
        }
        Explanation explanation = router.explain(start);
        for (TraceStep step : explanation.steps()) {
            if (!step.resource().filter(resource::equals).isPresent()) {
                continue;
            }
            if (step.stage() == TraceStep.Stage.FILTER_CHAIN && step.taken()) {
                witnesses.putIfAbsent(step.path(), start);
            } else if (step.stage() == TraceStep.Stage.VIRTUAL_SERVICE && !step.taken()) {
                left(step.path(), Mismatch.text(step.mismatches(), "; "));
            }
        }
    }

    private void left(String path, String reason) {
        obstacles.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(reason);
    }

    private static String reason(RuleStanding standing) {
        return standing.shadowedBy().isEmpty()
                ? "no call meets its conditions"
                : "shadowed by "
                        + standing.shadowedBy().stream()
                                .limit(MOST_REASONS)
                                .map(RouteSightings::name)
                                .collect(Collectors.joining(", "));
    }

    private static String name(ProxyRoute rule) {
        return rule.origin().map(Origin::resource).map(ResourceKey::toString).orElse("a rule")
                + rule.origin().map(origin -> " " + origin.path()).orElse("");
    }

    /**
     * {@return what is known of a rule or match}
     *
     * @param path its path
     * @param provable whether all calls that it could take were looked at
     */
    Verdict verdict(String path, boolean provable) {
        Optional<Call> witness = witnesses.entrySet().stream()
                .filter(entry -> isAt(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst();
        if (witness.isPresent() || !provable || !complete) {
            return new Verdict("", witness);
        }
        String reasons = obstacles.entrySet().stream()
                .filter(entry -> entry.getKey().isEmpty() || isAt(entry.getKey(), path))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .limit(MOST_REASONS)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? Verdict.OPEN : Verdict.never(reasons);
    }

    /** {@return whether a call is known that takes a rule or match} */
    boolean hasWitness(String path) {
        return witnesses.keySet().stream().anyMatch(each -> isAt(each, path));
    }

    private static boolean isAt(String path, String rule) {
        return path.equals(rule) || path.startsWith(rule + ".");
    }
}
