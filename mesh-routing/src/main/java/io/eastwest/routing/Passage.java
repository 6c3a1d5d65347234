package io.eastwest.routing;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.Optional;

/**
 * The decision of all calls that start alike, are of one kind and take one route: they differ in nothing but what the upstream
 * sees of the request.
 */
final class Passage {
    private static final ProxyAnswer NOTHING = ProxyAnswer.builder().build();

    private final MeshRouter router;
    private final CallStart start;
    private final Damage damage;
    private final Decision decision;
    private final boolean sameFirstLeg;

    /**
     * Keeps a decision.
     *
     * @param router whom to ask what the upstream sees
     * @param start how the calls start
     * @param damage what is broken
     * @param decision the decision of one of the calls, which depends on nothing else
     */
    Passage(MeshRouter router, CallStart start, Damage damage, Decision decision) {
        this.router = router;
        this.start = start;
        this.damage = damage;
        this.sameFirstLeg = decision.firstLeg().upstreamRequests().isEmpty();
        // what is asked for again is not kept: it holds whole clusters
        this.decision = sameFirstLeg ? decision : decision.answering(decision.call(), NOTHING);
    }

    /** {@return the decision of another of the calls} */
    Decision of(Call call) {
        return decision.answering(call, sameFirstLeg ? decision.firstLeg() : new PendingAnswer(this, call.request()));
    }

    /** {@return the answer of the first proxy to a request of these calls} */
    ProxyAnswer firstLeg(Optional<HttpRequest> request) {
        return start.ask(router, request, damage, TraceSink.NONE);
    }

    /** {@return how much memory this takes, counted in endpoints and outcomes} */
    int size() {
        return 1 + decision.endpoints().size() + decision.outcomes().size();
    }
}
