package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides calls in two meshes and gathers those whose answers differ. */
final class DiffMaker {
    /** More requests than this are not tried for one caller, target and condition. */
    static final int MOST = 5_000;

    private static final String UNKNOWN_HOST = "the host is not known";

    private final CallWatch before;
    private final CallWatch after;
    private final List<Conditions> conditions;
    private final CallExploration exploration = new CallExploration(MOST);
    private final AuthorityLanguages anyAuthority;
    private final Map<List<Object>, Found> found = new LinkedHashMap<>();
    private final Set<String> incomplete = new LinkedHashSet<>();

    DiffMaker(MeshRouter before, MeshRouter after, List<Conditions> conditions) {
        this.before = new CallWatch(before);
        this.after = new CallWatch(after);
        this.conditions = List.copyOf(conditions);
        this.anyAuthority = new AuthorityLanguages(exploration.languages(), List.of());
    }

    /** A change as it is found, call by call. */
    private static final class Found {
        private final BehaviouralChange first;
        private final Set<Caller> callers = new LinkedHashSet<>();
        private int requests;

        Found(BehaviouralChange first) {
            this.first = first;
        }

        BehaviouralChange whole() {
            return new BehaviouralChange(
                    first.target(),
                    List.copyOf(callers),
                    requests,
                    first.witness(),
                    first.conditions(),
                    first.before(),
                    first.after(),
                    first.decisionBefore(),
                    first.decisionAfter());
        }
    }

    /**
     * Compares the calls of a caller, and those of others of which no configuration can tell them apart.
     *
     * @param caller the caller
     * @param alike the others
     * @param target what is called
     */
    void compare(Caller caller, List<Caller> alike, CallTarget target) {
        Call start = CallSurvey.call(target.draft(), caller);
        for (Conditions broken : conditions) {
            AuthorityLanguages authorities = authorities(start);
            Set<String> gaps = exploration.explore(
                    start,
                    authorities.names(),
                    (call, single) -> trial(call, alike, target, broken, authorities, single));
            gaps.forEach(gap -> incomplete.add(target.name() + ": " + gap));
        }
    }

    private AuthorityLanguages authorities(Call start) {
        return start.caller().outside()
                ? anyAuthority
                : AuthorityLanguages.of(exploration.languages(), start, List.of(before, after));
    }

    private RequestReads trial(
            Call call,
            List<Caller> alike,
            CallTarget target,
            Conditions broken,
            AuthorityLanguages authorities,
            boolean single) {
        RequestReads reads = new RequestReads(exploration.languages(), call);
        ObservedCall one = before.observe(call, broken);
        ObservedCall other = after.observe(call, broken);
        new ConnectionReads(exploration.serverNames(), reads).add(one, other);
        ExchangeReads.add(one, authorities, single, reads);
        ExchangeReads.add(other, authorities, single, reads);
        new FlowReads(reads).add(one, other);
        if (!compare(call, alike, target, broken, one, other)) {
            FlowReads.doubts(one, other).forEach(reads::gap);
        }
        return reads;
    }

    /** {@return whether the answers differ} */
    private boolean compare(
            Call call, List<Caller> alike, CallTarget target, Conditions broken, ObservedCall one, ObservedCall other) {
        List<String> shownBefore = parts(one.decision());
        List<String> shownAfter = parts(other.decision());
        List<String> partsBefore = with(shownBefore, one);
        List<String> partsAfter = with(shownAfter, other);
        boolean differs = !partsBefore.equals(partsAfter);
        if (differs) {
            note(call, target, broken, one.decision(), other.decision(), partsBefore, partsAfter);
        }
        for (Caller another : alike) {
            Call same = new Call(another, call.host(), call.port(), call.request(), call.tls());
            Optional<Decision> first = decide(before, same, broken);
            Optional<Decision> second = decide(after, same, broken);
            List<String> ownBefore = parts(first);
            List<String> ownAfter = parts(second);
            if (ownBefore.equals(shownBefore) && ownAfter.equals(shownAfter)) {
                if (differs) {
                    note(same, target, broken, first, second, partsBefore, partsAfter);
                }
            } else if (!ownBefore.equals(ownAfter)) {
                note(same, target, broken, first, second, ownBefore, ownAfter);
            }
        }
        return differs;
    }

    private static Optional<Decision> decide(CallWatch side, Call call, Conditions broken) {
        boolean known = call.caller().outside()
                || !side.router()
                        .resolve(MeshPods.id(side.router().workload(call.caller())), call.host())
                        .isEmpty();
        return known ? Optional.of(side.router().decide(call, broken)) : Optional.empty();
    }

    private static List<String> parts(Optional<Decision> decision) {
        return decision.map(BehaviourText::of).orElse(List.of(UNKNOWN_HOST));
    }

    private static List<String> with(List<String> parts, ObservedCall call) {
        List<String> all = new ArrayList<>(parts);
        all.addAll(LaterBehaviour.of(call, true));
        return all;
    }

    private void note(
            Call call,
            CallTarget target,
            Conditions broken,
            Optional<Decision> one,
            Optional<Decision> other,
            List<String> partsBefore,
            List<String> partsAfter) {
        List<Object> key = List.of(target.name(), broken, partsBefore, partsAfter);
        Found change = found.computeIfAbsent(
                key,
                unused -> new Found(new BehaviouralChange(
                        target.name(),
                        List.of(),
                        0,
                        call,
                        broken,
                        BehaviourText.line(partsBefore, partsAfter),
                        BehaviourText.line(partsAfter, partsBefore),
                        one,
                        other)));
        change.callers.add(call.caller());
        change.requests++;
    }

    List<BehaviouralChange> changes() {
        return found.values().stream().map(Found::whole).toList();
    }

    List<String> incomplete() {
        return List.copyOf(incomplete);
    }
}
