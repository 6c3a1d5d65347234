package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the rows of a matrix. What failures come to is worked out once for all rows. */
final class MatrixMaker {
    private final MeshRouter router;
    private final MatrixAxes axes;
    private final MeshPods pods;
    private final CallSurvey survey;
    private final FailureEffect base;
    private final List<FailureEffect> effects = new ArrayList<>();

    MatrixMaker(MeshRouter router, MatrixAxes axes) {
        this.router = router;
        this.axes = axes;
        this.pods = new MeshPods(router);
        this.survey = new CallSurvey(router, pods);
        this.base = FailureEffect.of(router, pods, axes.base());
        axes.failures()
                .forEach(failure ->
                        effects.add(FailureEffect.of(router, pods, axes.base().and(failure.conditions()))));
    }

    List<MatrixRow> rows() {
        Map<Caller, List<WorkloadInstance>> alike = new LinkedHashMap<>();
        List<MatrixRow> rows = new ArrayList<>();
        for (CallTarget target : axes.targets()) {
            for (Caller caller : axes.callersOf(target)) {
                List<WorkloadInstance> pod =
                        alike.computeIfAbsent(caller, each -> pods.likeness(router.workload(each)));
                rows.add(row(new RowMaker(router, pods, survey, target, caller, pod)));
            }
        }
        return rows;
    }

    private MatrixRow row(RowMaker maker) {
        CallResult healthy = maker.result(base);
        List<MatrixCell> cells = new ArrayList<>();
        effects.forEach(effect -> cells.add(MatrixCell.of(healthy, maker.result(effect))));
        return new MatrixRow(maker.target(), maker.call(), maker.locality(), healthy, cells);
    }
}
