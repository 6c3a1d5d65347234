package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Asks single calls and sums up how they end. */
final class CallSurvey {
    private final MeshRouter router;
    private final MeshPods pods;

    CallSurvey(MeshRouter router, MeshPods pods) {
        this.router = router;
        this.pods = pods;
    }

    static Call call(CallDraft draft, Caller caller) {
        return caller.outside()
                ? draft.arrivingAt(caller.workload(), caller.namespace(), caller.cluster())
                : draft.from(caller.workload(), caller.namespace(), caller.cluster());
    }

    /** {@return the decision; empty: the DNS of the caller does not know the host} */
    Optional<Decision> decide(Call call, String caller, Conditions conditions) {
        boolean known =
                call.caller().outside() || !router.resolve(caller, call.host()).isEmpty();
        return known ? Optional.of(router.decide(call, conditions)) : Optional.empty();
    }

    /** {@return how a call ends; a host that is not known is a refusal} */
    CallResult ask(Call call, String caller, Conditions conditions) {
        return decide(call, caller, conditions).map(this::result).orElseGet(() -> unknownHost(call));
    }

    static CallResult unknownHost(Call call) {
        String detail = "the DNS of cluster " + call.caller().cluster() + " does not know " + call.host();
        return CallResult.builder()
                .addRefused(new RefusedShare(Reason.OTHER, OptionalInt.empty(), "-", detail, Share.ONE))
                .build();
    }

    CallResult result(Decision decision) {
        Share rule = Share.ZERO;
        Map<RefusedShare, Share> refused = new LinkedHashMap<>();
        for (Outcome outcome : decision.outcomes()) {
            if (outcome.kind() == Outcome.Kind.REFUSED) {
                RefusedShare key = new RefusedShare(
                        outcome.reason(), outcome.status(), outcome.flags(), outcome.detail(), Share.ONE);
                refused.merge(key, outcome.share(), Share::plus);
            } else if (outcome.kind() != Outcome.Kind.FORWARDED) {
                rule = rule.plus(outcome.share());
            }
        }
        List<RefusedShare> shares = new ArrayList<>();
        refused.forEach((key, share) -> {
            if (!share.isZero()) {
                shares.add(new RefusedShare(key.reason(), key.status(), key.flags(), key.detail(), share));
            }
        });
        return CallResult.builder()
                .answered(places(decision.endpoints()))
                .answeredByRule(rule)
                .refused(shares)
                .build();
    }

    private List<PlaceShare> places(List<EndpointTarget> endpoints) {
        Map<String, Map<String, Share>> byCluster = new LinkedHashMap<>();
        router.snapshot().clusters().forEach(cluster -> byCluster.put(cluster, new TreeMap<>()));
        Map<String, Share> outside = new TreeMap<>();
        for (EndpointTarget target : endpoints) {
            String locality = pods.named(target.owner()).map(MeshPods::locality).orElse("");
            byCluster.getOrDefault(target.cluster(), outside).merge(locality, target.share(), Share::plus);
        }
        byCluster.put("", outside);
        List<PlaceShare> places = new ArrayList<>();
        byCluster.forEach((cluster, localities) ->
                localities.forEach((locality, share) -> places.add(new PlaceShare(cluster, locality, share))));
        return places;
    }
}
