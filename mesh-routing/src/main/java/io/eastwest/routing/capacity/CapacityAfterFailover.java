package io.eastwest.routing.capacity;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import java.util.ArrayList;
import java.util.List;

/**
 * How many calls each pod and gateway gets when nothing is broken and under each of some failures, and which get more than they can
 * take. Immutable.
 *
 * <p>Loads are exact: rates times the shares of {@link MeshRouter#decide}. Pods of a workload that are down leave their calls to
 * those that are up; what nobody is left to call is told. Requests that pods answer with the errors of {@link TrafficDemand#errors()}
 * are repeated as routes say, and count where each try gets. Nothing reacts to load: no autoscaling, no circuit breaker, no slow answer.
 */
public final class CapacityAfterFailover {
    /** More callers times failures than this are refused. */
    public static final long MOST_QUESTIONS = 2_000_000;

    private final MeshLoad healthy;
    private final List<MeshLoad> loads;
    private final List<String> notCounted;

    private CapacityAfterFailover(MeshLoad healthy, List<MeshLoad> loads, List<String> notCounted) {
        this.healthy = healthy;
        this.loads = List.copyOf(loads);
        this.notCounted = List.copyOf(notCounted);
    }

    /**
     * Asks for every single failure that {@link MeshFailures} lists.
     *
     * @param router the mesh
     * @param demand who calls what how often
     * @return the loads
     * @throws IllegalArgumentException if the mesh has no such caller or pod, or these are more than {@link #MOST_QUESTIONS}
     */
    public static CapacityAfterFailover of(MeshRouter router, TrafficDemand demand) {
        return of(router, demand, MeshFailures.of(router, Kind.values()));
    }

    /**
     * Asks for chosen failures.
     *
     * @param router the mesh
     * @param demand who calls what how often
     * @param failures what is broken, one after the other
     * @return the loads
     * @throws IllegalArgumentException if the mesh has no such caller or pod, failures name what it does not have, or these are more
     *     than {@link #MOST_QUESTIONS}
     */
    public static CapacityAfterFailover of(MeshRouter router, TrafficDemand demand, List<MeshFailure> failures) {
        LoadMaker maker = new LoadMaker(router, demand, failures);
        MeshLoad healthy = maker.healthy();
        List<MeshLoad> loads = new ArrayList<>();
        for (int i = 0; i < failures.size(); i++) {
            loads.add(maker.under(i));
        }
        return new CapacityAfterFailover(healthy, loads, maker.notCounted());
    }

    /**
     * The load under some conditions.
     *
     * @param router the mesh
     * @param demand who calls what how often
     * @param conditions what is broken
     * @return the load
     * @throws IllegalArgumentException if the mesh has no such caller or pod, or conditions name what it does not have
     */
    public static MeshLoad under(MeshRouter router, TrafficDemand demand, Conditions conditions) {
        return of(router, demand, List.of(MeshFailure.given(conditions.toString(), conditions)))
                .loads()
                .get(0);
    }

    /** {@return the load when nothing is broken} */
    public MeshLoad healthy() {
        return healthy;
    }

    /** {@return the load under each failure, in the order of the failures} */
    public List<MeshLoad> loads() {
        return loads;
    }

    /**
     * {@return the load under the worst failure: the one with the highest utilisation of a pod, of several the one that loses most,
     * of these the first; the healthy load where no failure is worse}
     */
    public MeshLoad worst() {
        MeshLoad worst = healthy;
        for (MeshLoad load : loads) {
            int more = utilisation(load).compareTo(utilisation(worst));
            if (more > 0 || (more == 0 && unanswered(load).compareTo(unanswered(worst)) > 0)) {
                worst = load;
            }
        }
        return worst;
    }

    private static Share unanswered(MeshLoad load) {
        return load.lost().plus(load.failed());
    }

    private static Share utilisation(MeshLoad load) {
        return load.mostUtilised().flatMap(PodLoad::utilisation).orElse(Share.ZERO);
    }

    /** {@return the load under failures by which some pod gets more than it can take} */
    public List<MeshLoad> overloads() {
        return loads.stream().filter(load -> !load.overloaded().isEmpty()).toList();
    }

    /** {@return what is no part of the loads, one line each} */
    public List<String> notCounted() {
        return notCounted;
    }

    /** {@return for people: whether anything is overloaded, the worst failure with its loads, the others that overload pods} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        List<MeshLoad> over = overloads();
        text.append(over.size())
                .append(" of ")
                .append(loads.size())
                .append(loads.size() == 1 ? " failure overloads" : " failures overload")
                .append(" pods\n")
                .append("worst failure: ")
                .append(worst().toText());
        over.stream()
                .filter(load -> !load.equals(worst()))
                .forEach(load -> text.append(load.failure())
                        .append(": ")
                        .append(load.overloaded().size())
                        .append(" overloaded, first ")
                        .append(load.overloaded().get(0).toText())
                        .append('\n'));
        notCounted.forEach(line -> text.append("not counted: ").append(line).append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
