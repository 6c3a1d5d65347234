package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether two configurations do the same with the calls of some hosts, as when VirtualServices become HTTPRoutes. Names are ignored:
 * of rules, and of the clusters of Envoy, as a subset of one service may be another service. Immutable.
 *
 * <p>What is compared of each class of calls: how calls end with their exact shares; which endpoints get which share on which way;
 * what is sent to each endpoint and by which settings of load balancing, limits, timeouts and outlier detection; retries, timeout,
 * faults, CORS and copies of the route, at each proxy. Calls are varied as those of {@link BehaviouralDiff} are; what was not tried is
 * told by {@link #notCompared()}.
 */
public final class Equivalence {
    /** More calls than this are not compared. */
    public static final int MOST_CALLS = 100_000;

    private static final int MOST_LINES = 20;

    private final int callers;
    private final int targets;
    private final int calls;
    private final List<Conditions> conditions;
    private final Optional<BehaviouralChange> witness;
    private final List<String> ignored;
    private final List<String> notCompared;

    Equivalence(
            EquivalenceCheck check, int callers, int targets, List<Conditions> conditions, List<String> notCompared) {
        this.callers = callers;
        this.targets = targets;
        this.calls = check.calls();
        this.conditions = List.copyOf(conditions);
        this.witness = check.witness();
        this.ignored = check.ignored();
        this.notCompared = List.copyOf(notCompared);
    }

    /**
     * Compares while nothing is broken.
     *
     * @param one a mesh
     * @param other the same mesh with other rules
     * @param hosts services, {@code name.namespace} or full host; none: all services of the meshes
     * @return the comparison
     * @throws IllegalArgumentException if no mesh has such a service
     */
    public static Equivalence of(MeshRouter one, MeshRouter other, String... hosts) {
        return of(one, other, List.of(hosts), List.of(Conditions.healthy()));
    }

    /**
     * Compares under several conditions: calls of each kind of caller that both meshes have.
     *
     * @param one a mesh
     * @param other the same mesh with other rules
     * @param hosts services, {@code name.namespace} or full host; none: all services of the meshes
     * @param conditions what is broken, one after the other
     * @return the comparison
     * @throws IllegalArgumentException if no mesh has such a service, or conditions name what a mesh does not have
     */
    public static Equivalence of(MeshRouter one, MeshRouter other, List<String> hosts, List<Conditions> conditions) {
        EquivalenceAxes axes = EquivalenceAxes.of(one, other, hosts);
        return of(one, other, axes.callers(), axes.targets(), conditions, axes.notCompared());
    }

    /**
     * Compares chosen calls; callers may be gateways where calls from outside arrive.
     *
     * @param one a mesh
     * @param other the same mesh with other rules
     * @param callers who calls
     * @param targets what is called; methods, paths and headers do not count
     * @param conditions what is broken, one after the other
     * @return the comparison
     * @throws IllegalArgumentException if a mesh has no such caller, or conditions name what it does not have
     */
    public static Equivalence of(
            MeshRouter one,
            MeshRouter other,
            List<Caller> callers,
            List<CallTarget> targets,
            List<Conditions> conditions) {
        return of(one, other, callers, targets, conditions, List.of());
    }

    private static Equivalence of(
            MeshRouter one,
            MeshRouter other,
            List<Caller> callers,
            List<CallTarget> targets,
            List<Conditions> conditions,
            List<String> left) {
        EquivalenceCheck check = new EquivalenceCheck(one, other, conditions);
        for (CallTarget target : targets) {
            callers.forEach(caller -> check.compare(target, caller));
        }
        List<String> notCompared = new ArrayList<>(left);
        notCompared.addAll(check.notCompared());
        return new Equivalence(check, callers.size(), targets.size(), conditions, notCompared);
    }

    /** {@return whether no call was found whose decisions differ; {@link #notCompared()} says what was left out} */
    public boolean isEqual() {
        return witness.isEmpty();
    }

    /** {@return a call whose decisions differ, the simplest of the first target and caller with one, and both decisions} */
    public Optional<BehaviouralChange> witness() {
        return witness;
    }

    /** {@return how many calls were compared: classes of requests over callers and targets} */
    public int calls() {
        return calls;
    }

    /** {@return names that differ where decisions do not, one line each, at most 20} */
    public List<String> ignored() {
        return ignored.stream().limit(MOST_LINES).toList();
    }

    /** {@return what was not compared, or may differ without being found, one line each; empty: nothing} */
    public List<String> notCompared() {
        return notCompared;
    }

    /** {@return the comparison for people} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(isEqual() ? (notCompared.isEmpty() ? "EQUAL" : "EQUAL AS FAR AS COMPARED") : "DIFFERENT")
                .append(": ")
                .append(counted(calls, "call"))
                .append(" of ")
                .append(counted(callers, "caller"))
                .append(" to ")
                .append(counted(targets, "target"));
        text.append(conditions.size() == 1 ? ", " + conditions.get(0) : ", under " + conditions.size() + " conditions")
                .append('\n');
        witness.ifPresent(each -> text.append(each.toText()));
        ignored().forEach(line -> text.append("ignored: ").append(line).append('\n'));
        if (ignored.size() > MOST_LINES) {
            text.append("ignored: ").append(ignored.size() - MOST_LINES).append(" more names\n");
        }
        notCompared.forEach(line -> text.append("not compared: ").append(line).append('\n'));
        return text.toString();
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return toText();
    }
}
