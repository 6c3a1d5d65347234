package io.eastwest.routing;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.proxy.RouteChoices;
import io.eastwest.routing.trace.TraceSink;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls that start alike and are of one kind. The route is chosen for each; what follows from it is asked for once and then kept,
 * unless it depends on more of the request. Thread-safe.
 */
final class CallWay {
    private static final Object ASK = new Object();

    private final MeshRouter router;
    private final CallStart start;
    private final RouteChoices choices;
    /** By choice: a {@link Passage}, or what stands for a choice of which each call must be asked whole. */
    private final ConcurrentHashMap<Object, ConcurrentHashMap<KnownConditions, Object>> known =
            new ConcurrentHashMap<>();

    CallWay(MeshRouter router, CallStart start, RouteChoices choices) {
        this.router = router;
        this.start = start;
        this.choices = choices;
    }

    /**
     * {@return the decision}
     *
     * @param call one of these calls
     * @param conditions what is broken
     * @param memory counts what is kept
     */
    Decision decide(Call call, KnownConditions conditions, CallMemory memory) {
        Optional<HttpRequest> request = call.request();
        Object choice = request.isPresent() ? choices.of(request.get()) : choices;
        Object after = known(choice, conditions);
        if (after instanceof Passage passage) {
            return passage.of(call);
        }
        return after == null ? learn(choice, call, conditions, memory) : ask(call, conditions);
    }

    private @Nullable Object known(Object choice, KnownConditions conditions) {
        ConcurrentHashMap<KnownConditions, Object> byConditions = known.get(choice);
        return byConditions == null ? null : byConditions.get(conditions);
    }

    private Decision ask(Call call, KnownConditions conditions) {
        return router.ask(start, call, conditions.damage(), TraceSink.NONE);
    }

    private Decision learn(Object choice, Call call, KnownConditions conditions, CallMemory memory) {
        RequestWatch watch = new RequestWatch();
        Decision decision = router.ask(start, call, conditions.damage(), watch);
        boolean whole = choice == RouteChoices.UNDECIDED || watch.isDecisive();
        Object after = whole ? ASK : new Passage(router, start, conditions.damage(), decision);
        known.computeIfAbsent(choice, key -> new ConcurrentHashMap<>()).put(conditions, after);
        memory.grow(after instanceof Passage passage ? passage.size() : 1);
        return decision;
    }
}
