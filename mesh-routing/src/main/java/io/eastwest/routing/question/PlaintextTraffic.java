package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which calls that are answered cross a part of their way in plaintext, and because of what. Immutable. */
public final class PlaintextTraffic {
    /** More calls than this are refused. */
    public static final int MOST_CALLS = 100_000;

    private static final String PLAINTEXT = "plaintext";

    private final List<PlaintextPair> pairs;
    private final int asked;

    private PlaintextTraffic(List<PlaintextPair> pairs, int asked) {
        this.pairs = List.copyOf(pairs);
        this.asked = asked;
    }

    /**
     * Asks for every kind of caller and every port of every service of the mesh.
     *
     * @param router the mesh
     * @return what goes in plaintext
     * @throws IllegalArgumentException if these are more than {@link #MOST_CALLS}
     */
    public static PlaintextTraffic of(MeshRouter router) {
        MeshPods pods = new MeshPods(router);
        List<Caller> callers = CallerKinds.of(pods).stream()
                .map(pod -> new Caller(pod.name(), pod.namespace(), pod.cluster()))
                .toList();
        return of(router, pods, callers, DerivedAxes.targets(router, pods));
    }

    /**
     * Asks for chosen callers and targets.
     *
     * @param router the mesh
     * @param callers workloads
     * @param targets what they call
     * @return what goes in plaintext
     * @throws IllegalArgumentException if the mesh has no such caller, or these are more than {@link #MOST_CALLS}
     */
    public static PlaintextTraffic of(MeshRouter router, List<Caller> callers, List<CallTarget> targets) {
        return of(router, new MeshPods(router), callers, targets);
    }

    private static PlaintextTraffic of(
            MeshRouter router, MeshPods pods, List<Caller> callers, List<CallTarget> targets) {
        if ((long) callers.size() * targets.size() > MOST_CALLS) {
            throw new IllegalArgumentException(targets.size() + " targets of " + callers.size()
                    + " callers are more than " + MOST_CALLS + " calls; ask for fewer of them");
        }
        CallSurvey survey = new CallSurvey(router, pods);
        PlaintextCauses causes = new PlaintextCauses(router, pods);
        List<PlaintextPair> pairs = new ArrayList<>();
        int asked = 0;
        for (CallTarget target : targets) {
            for (Caller caller : callers) {
                String id = MeshPods.id(router.workload(caller));
                Optional<Decision> decision =
                        survey.decide(CallSurvey.call(target.draft(), caller), id, Conditions.healthy());
                decision.ifPresent(each -> add(caller, target, each, causes, pairs));
                asked += decision.isPresent() ? 1 : 0;
            }
        }
        return new PlaintextTraffic(pairs, asked);
    }

    private static void add(
            Caller caller, CallTarget target, Decision decision, PlaintextCauses causes, List<PlaintextPair> pairs) {
        Map<List<String>, PlaintextPair> found = new LinkedHashMap<>();
        for (EndpointTarget way : decision.endpoints()) {
            for (int i = 1; i < way.hops().size(); i++) {
                Hop hop = way.hops().get(i);
                if (hop.secured().equals(PLAINTEXT)) {
                    PlaintextCauses.Found cause = causes.of(decision, way, i);
                    String from = way.hops().get(i - 1).proxy();
                    PlaintextPair pair = new PlaintextPair(
                            caller,
                            target.name(),
                            from,
                            hop.proxy(),
                            way.share(),
                            cause.kind(),
                            cause.resource(),
                            cause.text());
                    found.merge(List.of(from, hop.proxy(), cause.text()), pair, PlaintextTraffic::sum);
                }
            }
        }
        pairs.addAll(found.values());
    }

    private static PlaintextPair sum(PlaintextPair one, PlaintextPair other) {
        Share share = one.share().plus(other.share());
        return new PlaintextPair(
                one.caller(), one.target(), one.from(), one.to(), share, one.cause(), one.resource(), one.because());
    }

    /** {@return what goes in plaintext, by target, then by caller} */
    public List<PlaintextPair> pairs() {
        return pairs;
    }

    /** {@return how many calls were asked} */
    public int asked() {
        return asked;
    }

    /** {@return the pairs for people} */
    public String toText() {
        if (pairs.isEmpty()) {
            return "None of " + asked + " calls goes in plaintext.\n";
        }
        TextTable table = new TextTable("TARGET", "CALLER", "IN PLAINTEXT", "SHARE", "BECAUSE");
        for (PlaintextPair pair : pairs) {
            table.line(
                    pair.target(),
                    pair.caller().toString(),
                    pair.from() + " -> " + pair.to(),
                    pair.share().toString(),
                    pair.cause() + ": " + pair.because());
        }
        return table.toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
