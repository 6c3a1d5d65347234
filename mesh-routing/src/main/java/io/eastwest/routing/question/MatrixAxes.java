package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import org.immutables.value.Value;

/** What a table of calls is about: who calls what, and what breaks. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface MatrixAxes {
    /** {@return what is called} */
    List<CallTarget> targets();

    /** {@return who calls; workloads of one place stand in for each other when one is down} */
    List<Caller> callers();

    /** {@return what breaks, one at a time} */
    List<MeshFailure> failures();

    /** {@return what is broken all the time} */
    @Value.Default
    default Conditions base() {
        return Conditions.healthy();
    }

    /**
     * The axes that a mesh itself gives: every port of every service of the mesh that is not UDP; one caller per cluster and
     * locality, the first by namespace and name that has a proxy and is no gateway; and the failure of each zone, region,
     * cluster, network's gateways, link and control plane. Namespaces {@code kube-system} and the root namespace neither call nor are called.
     *
     * <p>Single pods are many; add {@code MeshFailures.of(router, Kind.POD)} where they are wanted.
     *
     * @param router the mesh
     * @return its axes
     */
    static MatrixAxes of(MeshRouter router) {
        MeshPods pods = new MeshPods(router);
        return builder()
                .targets(DerivedAxes.targets(router, pods))
                .callers(DerivedAxes.callers(pods))
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
