package io.eastwest.routing.question;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two configurations of a mesh do differently: classes of calls whose answer changes, each with a call that shows it.
 * Comments, names of rules and the order of documents change nothing. Immutable, in the order of targets and callers.
 *
 * <p>Callers are all pods, with a proxy and without, and the gateways of both for calls from outside; targets are the services of
 * both, and the ports of the gateways. For each caller and target, requests are tried until every other is alike to one of them:
 * whatever any proxy on the way in either mesh looks at, be it a rule of a sidecar, gateway or waypoint, an AuthorizationPolicy or the
 * verification of tokens, finds the same in both. Of the names of a target those count that lead its caller to it.
 *
 * <p>What is compared is what a caller, an endpoint or an operator would notice: how calls end, which endpoints get which share on which
 * way, what is sent to them, what is mirrored, retried, timed out, at each proxy. Where a bound cut the search short, or something is not
 * understood exactly, {@link #incomplete()} says so. Calls are in HTTP, in other bytes and in TLS of the client, each kind where a proxy can
 * tell it from another. Paths are normal: without empty, dot or encoded segments unless a condition asks for one.
 */
public final class BehaviouralDiff {
    private final List<BehaviouralChange> changes;
    private final List<String> onlyBefore;
    private final List<String> onlyAfter;
    private final List<String> incomplete;

    private BehaviouralDiff(
            List<BehaviouralChange> changes, List<String> onlyBefore, List<String> onlyAfter, List<String> incomplete) {
        this.changes = List.copyOf(changes);
        this.onlyBefore = List.copyOf(onlyBefore);
        this.onlyAfter = List.copyOf(onlyAfter);
        this.incomplete = List.copyOf(incomplete);
    }

    /**
     * Compares two meshes while nothing is broken: the calls of all pods of both to all services of either, and from outside.
     *
     * @param before one mesh
     * @param after another
     * @return what is different
     */
    public static BehaviouralDiff of(MeshRouter before, MeshRouter after) {
        return of(before, after, List.of(Conditions.healthy()));
    }

    /**
     * Compares two meshes under several conditions.
     *
     * @param before one mesh
     * @param after another
     * @param conditions what is broken, one after the other
     * @return what is different
     */
    public static BehaviouralDiff of(MeshRouter before, MeshRouter after, List<Conditions> conditions) {
        Map<String, CallTarget> targets = new LinkedHashMap<>();
        DerivedAxes.targets(before, new MeshPods(before)).forEach(target -> targets.put(target.name(), target));
        DerivedAxes.targets(after, new MeshPods(after)).forEach(target -> targets.putIfAbsent(target.name(), target));
        DiffCallers callers = new DiffCallers(before, after);
        DiffMaker maker = new DiffMaker(before, after, conditions);
        for (CallTarget target : targets.values()) {
            callers.kinds().forEach(kind -> maker.compare(kind.first(), kind.alike(), target));
        }
        List<String> incomplete = new ArrayList<>();
        for (DiffCallers.Kind gateway : callers.gateways(before, after)) {
            GatewayTargets.of(before, after, gateway.first())
                    .forEach(target -> maker.compare(gateway.first(), gateway.alike(), target));
            if (GatewayTargets.mayDifferForCertificates(before, after, gateway.first())) {
                incomplete.add(gateway.first() + ": calls with a certificate of the client were not tried");
            }
        }
        incomplete.addAll(0, maker.incomplete());
        return new BehaviouralDiff(maker.changes(), callers.onlyBefore(), callers.onlyAfter(), incomplete);
    }

    /** {@return whether no call was found whose answer differs, and both meshes have the same callers} */
    public boolean isEmpty() {
        return changes.isEmpty() && onlyBefore.isEmpty() && onlyAfter.isEmpty();
    }

    /** {@return classes of calls whose answer differs} */
    public List<BehaviouralChange> changes() {
        return changes;
    }

    /** {@return pods of the mesh before that the mesh after does not have; their calls are not compared} */
    public List<String> onlyBefore() {
        return onlyBefore;
    }

    /** {@return pods of the mesh after that the mesh before does not have; their calls are not compared} */
    public List<String> onlyAfter() {
        return onlyAfter;
    }

    /**
     * {@return targets for which there may be changes that were not found, with the reason: an expression that is not
     * understood exactly, or too many combinations of conditions}
     */
    public List<String> incomplete() {
        return incomplete;
    }

    /** {@return the difference for people; one line when there is none} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        if (isEmpty()) {
            text.append("no call is answered differently\n");
        }
        changes.forEach(change -> text.append(change.toText()));
        add(text, "callers only before", onlyBefore);
        add(text, "callers only after", onlyAfter);
        add(text, "not compared completely", incomplete);
        return text.toString();
    }

    private static void add(StringBuilder text, String title, List<String> names) {
        if (!names.isEmpty()) {
            text.append(title).append(": ").append(String.join(", ", names)).append('\n');
        }
    }

    @Override
    public String toString() {
        return toText();
    }
}
