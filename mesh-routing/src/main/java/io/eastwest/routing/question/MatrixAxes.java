package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;

/** What a table of calls is about: who calls what, and what breaks. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface MatrixAxes {
    /** {@return what is called} */
    List<CallTarget> targets();

    /** {@return who calls; workloads of one place stand in for each other when one is down} */
    List<Caller> callers();

    /**
     * Callers of single targets, by {@link CallTarget#name()}.
     *
     * @return who calls those in place of {@link #callers()}; a target that is not named is called by these
     */
    Map<String, List<Caller>> callersByTarget();

    /** {@return what breaks, one at a time} */
    List<MeshFailure> failures();

    /** {@return what is broken all the time} */
    @Value.Default
    default Conditions base() {
        return Conditions.healthy();
    }

    /** {@return services of the mesh that are not among the targets because no call can name them, and why} */
    List<UncalledService> uncalled();

    /**
     * Who calls a target.
     *
     * @param target the target
     * @return the callers of its own, or else those of all targets
     */
    default List<Caller> callersOf(CallTarget target) {
        return callersByTarget().getOrDefault(target.name(), callers());
    }

    /**
     * The same axes with other callers, which call every target; {@link #callersByTarget()} is empty then.
     *
     * @param callers who calls
     * @return the axes
     */
    default MatrixAxes calledBy(List<Caller> callers) {
        return toBuilder().callers(callers).callersByTarget(new TreeMap<>()).build();
    }

    /**
     * The axes that a mesh itself gives: every port of every service of the mesh that is not UDP; one caller per cluster and
     * locality; and the failure of each zone, region, cluster, network's gateways, link and control plane. Namespaces
     * {@code kube-system} and the root namespace neither call nor are called.
     *
     * <p>The caller of a place is the first by namespace and name that has a proxy and is no gateway. A target that would so call
     * itself has callers of its own: of each place the first workload that is no target, or else the first that is another one,
     * and none in places that have no other. It calls itself where nobody else in the mesh can.
     *
     * <p>Single pods are many; add {@code MeshFailures.of(router, Kind.POD)} where they are wanted.
     *
     * @param router the mesh
     * @return its axes
     */
    static MatrixAxes of(MeshRouter router) {
        MeshPods pods = new MeshPods(router);
        DerivedAxes derived = new DerivedAxes(router, pods);
        DerivedCallers callers = new DerivedCallers(router, pods, derived);
        return builder()
                .targets(derived.targets())
                .uncalled(derived.uncalled())
                .callers(callers.callers())
                .callersByTarget(callers.byTarget())
                .failures(MeshFailures.of(
                        router,
                        pods,
                        Kind.ZONE,
                        Kind.REGION,
                        Kind.CLUSTER,
                        Kind.GATEWAYS,
                        Kind.LINK,
                        Kind.CONTROL_PLANE))
                .build();
    }

    /** {@return a builder that starts from this value} */
    default MatrixAxesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static MatrixAxesBuilder builder() {
        return new MatrixAxesBuilder();
    }
}
