package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two configurations of a mesh do differently: classes of calls whose answer changes, each with a call that shows it.
 * Comments, names of rules and the order of documents change nothing. Immutable, in the order of targets and callers.
 *
 * <p>For every caller and target, requests are sorted into classes by the conditions of the routes of both meshes and by the
 * paths and methods of their AuthorizationPolicies; one request of each class is decided in both. Requests carry no token and
 * have the authority of their target. What is compared is what a caller, an endpoint or an operator would notice: how calls
 * end, which endpoints get which share on which way, what is sent to them, what is mirrored, retried, timed out.
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
     * Compares two meshes while nothing is broken: the calls of all workloads of both to all services of either.
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
        MeshPods podsBefore = new MeshPods(before);
        MeshPods podsAfter = new MeshPods(after);
        Map<String, CallTarget> targets = new LinkedHashMap<>();
        DerivedAxes.targets(before, podsBefore).forEach(target -> targets.put(target.name(), target));
        DerivedAxes.targets(after, podsAfter).forEach(target -> targets.putIfAbsent(target.name(), target));
        Map<String, Caller> callersBefore = callers(podsBefore);
        Map<String, Caller> callersAfter = callers(podsAfter);

        DiffMaker maker = new DiffMaker(before, after, conditions);
        for (CallTarget target : targets.values()) {
            callersBefore.forEach((id, caller) -> {
                if (callersAfter.containsKey(id)) {
                    maker.compare(id, caller, target);
                }
            });
        }
        return new BehaviouralDiff(
                maker.changes(),
                without(callersBefore, callersAfter),
                without(callersAfter, callersBefore),
                maker.incomplete());
    }

    private static Map<String, Caller> callers(MeshPods pods) {
        Map<String, Caller> callers = new LinkedHashMap<>();
        pods.all().stream()
                .filter(pods::isCaller)
                .filter(WorkloadInstance::pod)
                .forEach(pod -> callers.put(MeshPods.id(pod), new Caller(pod.name(), pod.namespace(), pod.cluster())));
        return callers;
    }

    private static List<String> without(Map<String, Caller> some, Map<String, Caller> others) {
        List<String> rest = new ArrayList<>(some.keySet());
        rest.removeAll(others.keySet());
        return rest;
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
