package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.NotModelled;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides calls in two meshes until one is found whose decisions differ. */
final class EquivalenceCheck {
    private static final String UNKNOWN_HOST = "the host is not known";

    private final CallWatch one;
    private final CallWatch other;
    private final List<Conditions> conditions;
    private final CallExploration exploration = new CallExploration(DiffMaker.MOST);
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<String> notCompared = new LinkedHashSet<>();
    private Optional<BehaviouralChange> witness = Optional.empty();
    private final Set<Call> calls = new LinkedHashSet<>();

    EquivalenceCheck(MeshRouter one, MeshRouter other, List<Conditions> conditions) {
        this.one = new CallWatch(one);
        this.other = new CallWatch(other);
        this.conditions = List.copyOf(conditions);
    }

    void compare(CallTarget target, Caller caller) {
        Call start = CallSurvey.call(target.draft(), caller);
        for (Conditions each : conditions) {
            if (witness.isPresent()) {
                return;
            }
            AuthorityLanguages authorities = AuthorityLanguages.of(exploration.languages(), start, List.of(one, other));
            Trial trial = new Trial(target, each, authorities);
            exploration
                    .explore(start, authorities.names(), trial)
                    .forEach(gap -> notCompared.add(target.name() + ": " + gap));
        }
    }

    /** Tries calls until two decisions differ. */
    private final class Trial implements CallExploration.Trial {
        private final CallTarget target;
        private final Conditions broken;
        private final AuthorityLanguages authorities;

        Trial(CallTarget target, Conditions broken, AuthorityLanguages authorities) {
            this.target = target;
            this.broken = broken;
            this.authorities = authorities;
        }

        @Override
        public boolean isOver() {
            if (calls.size() >= Equivalence.MOST_CALLS) {
                notCompared.add("some calls to " + target.name() + ": more than " + Equivalence.MOST_CALLS);
            }
            return witness.isPresent() || calls.size() >= Equivalence.MOST_CALLS;
        }

        @Override
        public RequestReads of(Call call, boolean single) {
            RequestReads reads = new RequestReads(exploration.languages(), call);
            ObservedCall first = one.observe(call, broken);
            ObservedCall second = other.observe(call, broken);
            new ConnectionReads(exploration.serverNames(), reads).add(first, second);
            ExchangeReads.add(first, authorities, single, reads);
            ExchangeReads.add(second, authorities, single, reads);
            new FlowReads(reads).add(first, second);
            compare(target, call, broken, first, second);
            FlowReads.doubts(first, second).forEach(reads::gap);
            return reads;
        }
    }

    private void compare(CallTarget target, Call call, Conditions broken, ObservedCall one, ObservedCall other) {
        calls.add(call);
        List<String> parts = parts(one);
        List<String> otherParts = parts(other);
        if (!parts.equals(otherParts)) {
            witness = Optional.of(new BehaviouralChange(
                    target.name(),
                    List.of(call.caller()),
                    1,
                    call,
                    broken,
                    BehaviourText.line(parts, otherParts),
                    BehaviourText.line(otherParts, parts),
                    one.decision(),
                    other.decision()));
            return;
        }
        if (one.decision().isPresent() && other.decision().isPresent()) {
            note(one.decision().get(), other.decision().get());
        }
    }

    private static List<String> parts(ObservedCall call) {
        List<String> parts =
                new ArrayList<>(call.decision().map(BehaviourText::withoutNames).orElse(List.of(UNKNOWN_HOST)));
        parts.addAll(LaterBehaviour.of(call, false));
        return parts;
    }

    /** Names that differ, and what neither decision knows. */
    private void note(Decision first, Decision second) {
        name("names of rules", rule(first), rule(second));
        name("names of clusters", clusters(first), clusters(second));
        Stream.of(first, second)
                .flatMap(decision -> decision.notModelled().stream())
                .map(NotModelled::toText)
                .forEach(notCompared::add);
    }

    private void name(String what, String name, String otherName) {
        if (!name.equals(otherName)) {
            ignored.add(what + ": " + name + " and " + otherName);
        }
    }

    private static String rule(Decision decision) {
        return decision.firstLeg().route().map(RuleStanding::name).orElse("none");
    }

    private static String clusters(Decision decision) {
        return decision.firstLeg().clusters().stream()
                .map(ClusterShare::name)
                .sorted()
                .toList()
                .toString();
    }

    Optional<BehaviouralChange> witness() {
        return witness;
    }

    int calls() {
        return calls.size();
    }

    List<String> ignored() {
        return List.copyOf(ignored);
    }

    List<String> notCompared() {
        return List.copyOf(notCompared);
    }
}
