package io.eastwest.routing.capacity;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.CallTries;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.ErrorAnswer;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.proxy.ClusterShare;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for calls to pods that fail now and then, and notes what their retries depend on that nobody says. */
final class FailingCalls {
    /** Beginnings of the findings of a decision that are about how often it is tried. */
    private static final List<String> ABOUT_RETRIES =
            List.of("retries are followed up to", "tries that fail are taken", "of the ");

    private final MeshRouter router;
    private final Map<String, ErrorAnswer> errors;
    private final Set<String> notCounted;

    FailingCalls(MeshRouter router, Map<String, ErrorAnswer> errors, Set<String> notCounted) {
        this.router = router;
        this.errors = errors;
        this.notCounted = notCounted;
    }

    /** {@return what becomes of a call} */
    TriedCall call(Call call, Conditions conditions) {
        if (call.request().isEmpty()) {
            return TriedCall.withoutErrors(router.decide(call, conditions));
        }
        CallTries tries;
        try {
            tries = router.tries(call, conditions, errors);
        } catch (UnsupportedFeatureException refused) {
            Decision decision = router.decide(call, conditions);
            notCounted.add("errors of " + decision.call() + ", which" + retries(decision) + " would repeat: "
                    + refused.getMessage());
            return TriedCall.withoutErrors(decision);
        }
        note(tries);
        return new TriedCall(tries, Collections.unmodifiableMap(errors));
    }

    private static String retries(Decision decision) {
        return decision.firstLeg()
                .route()
                .map(ProxyRoute::action)
                .flatMap(action -> action instanceof ForwardAction forward ? forward.retries() : Optional.empty())
                .map(policy -> " the retries (" + policy.attempts() + " on " + policy.retryOn() + ")")
                .orElse(" no retries");
    }

    private void note(CallTries tries) {
        tries.decision().findings().stream()
                .filter(finding -> ABOUT_RETRIES.stream().anyMatch(finding::startsWith))
                .forEach(notCounted::add);
        boolean failing = tries.tries().stream().anyMatch(target -> errors.containsKey(target.owner()));
        if (failing) {
            for (ClusterShare share : tries.decision().firstLeg().clusters()) {
                share.cluster()
                        .filter(cluster -> cluster.outlierDetection().isPresent())
                        .map(Cluster::name)
                        .ifPresent(name -> notCounted.add("that outlier detection ejects hosts of " + name
                                + " which answer with errors; conditions say which are ejected"));
            }
        }
    }
}
