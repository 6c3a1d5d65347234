package io.eastwest.render.compare;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixCell;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.List;

/** Decides every call of a mesh under every failure. */
final class FailureImpacts {
    private final MeshRouter router;
    private final ModelTree tree;
    private final ModelFailures failures;
    private final List<MatrixRow> rows;

    FailureImpacts(MeshRouter router, ModelTree tree) {
        this.router = router;
        this.tree = tree;
        this.failures = new ModelFailures(router, tree);
        MatrixAxes derived = MatrixAxes.of(router);
        MatrixAxes axes = derived.calledBy(derived.callers()).toBuilder()
                .failures(failures.all())
                .build();
        this.rows = FailureMatrix.of(router, axes).rows();
    }

    int pairs() {
        return rows.size();
    }

    List<FailureImpact> all() {
        List<FailureImpact> impacts = new ArrayList<>();
        for (int i = 0; i < failures.all().size(); i++) {
            impacts.add(impact(failures.all().get(i), i));
        }
        return impacts;
    }

    private FailureImpact impact(MeshFailure failure, int column) {
        List<PairImpact> changed = new ArrayList<>();
        int calling = 0;
        for (MatrixRow row : rows) {
            MatrixCell cell = row.cells().get(column);
            if (cell.result().called()) {
                calling++;
            }
            if (cell.change() != MatrixCell.Change.SAME && cell.change() != MatrixCell.Change.NO_CALLER) {
                boolean elsewhere = hasEndpoints(row, failure.conditions());
                changed.add(new PairImpact(
                        row.target(), row.call(), row.locality(), row.healthy(), cell.result(), elsewhere));
            }
        }
        return FailureImpact.builder()
                .failure(failure)
                .changed(changed)
                .calling(calling)
                .clusters(tree.members().stream()
                        .map(cluster -> survival(failure, column, cluster))
                        .toList())
                .build();
    }

    private boolean hasEndpoints(MatrixRow row, Conditions conditions) {
        ControlPlaneView view = router.view(row.call().caller().cluster());
        for (MeshService service : view.servicesByHostname(row.call().host())) {
            for (ServiceEndpoint endpoint : view.endpoints(service)) {
                boolean up = endpoint.state() == EndpointState.HEALTHY
                        && endpoint.owner()
                                .filter(id -> router.isDown(id, conditions))
                                .isEmpty();
                if (up) {
                    return true;
                }
            }
        }
        return false;
    }

    private ClusterSurvival survival(MeshFailure failure, int column, String cluster) {
        boolean up = !ModelFailures.isCluster(failure, cluster);
        boolean served = up && !failures.isFrozen(failure, cluster);
        return new ClusterSurvival(
                cluster,
                up,
                served,
                served && !failures.losesConfiguration(failure, cluster),
                served,
                up ? failures.stale(failure, cluster) : List.of(),
                traffic(cluster, column, true),
                traffic(cluster, column, false));
    }

    /** What is left of the calls from a cluster that it answered itself, or that others answered. */
    private TrafficState traffic(String cluster, int column, boolean own) {
        int calling = 0;
        int lost = 0;
        boolean degraded = false;
        for (MatrixRow row : rows) {
            CallResult after = row.cells().get(column).result();
            boolean counts = row.call().caller().cluster().equals(cluster) && isAnswered(row.healthy(), cluster, own);
            if (counts && after.called()) {
                calling++;
                boolean loses = after.lost().compareTo(row.healthy().lost()) > 0;
                boolean all =
                        loses && after.served().plus(after.answeredByRule()).isZero();
                lost += all ? 1 : 0;
                degraded |= loses;
            }
        }
        if (calling == 0) {
            return TrafficState.NONE;
        }
        if (lost == calling) {
            return TrafficState.LOST;
        }
        return degraded ? TrafficState.DEGRADED : TrafficState.KEPT;
    }

    private static boolean isAnswered(CallResult healthy, String cluster, boolean own) {
        return healthy.answered().stream().anyMatch(place -> place.cluster().equals(cluster) == own);
    }
}
