package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.invariant.CallScope.Selector;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshCallers;
import io.eastwest.routing.question.UncalledService;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Map;

/** The callers and targets of a mesh that a scope means. */
final class ScopedCalls {
    private final MeshRouter router;
    private final CallScope scope;
    private final MatrixAxes axes;

    ScopedCalls(MeshRouter router, CallScope scope) {
        this.router = router;
        this.axes = MatrixAxes.of(router);
        this.scope = scope;
    }

    /**
     * {@return who calls}
     *
     * @throws IllegalArgumentException if nobody is meant
     */
    List<Caller> callers() {
        List<Caller> all = MeshCallers.of(router);
        List<Caller> meant = all.stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException(
                    "nobody in the mesh makes " + scope.text() + "; callers are " + first(all));
        }
        return meant;
    }

    private boolean isMeant(Caller caller) {
        WorkloadInstance pod = router.workload(caller);
        return scope.from().entrySet().stream().allMatch(each -> isMeant(each, pod));
    }

    private static boolean isMeant(Map.Entry<Selector, String> wanted, WorkloadInstance pod) {
        String value = wanted.getValue();
        return switch (wanted.getKey()) {
            case NAMESPACE -> pod.namespace().equals(value);
            case CLUSTER -> pod.cluster().equals(value);
            case REGION -> MeshPlaces.region(pod).equals(value);
            case WORKLOAD -> {
                int slash = value.indexOf('/');
                yield new Caller(value.substring(slash + 1), value.substring(0, slash), pod.cluster()).means(pod);
            }
            case SERVICE -> false;
        };
    }

    /**
     * {@return what is called}
     *
     * @throws IllegalArgumentException if nothing is meant
     */
    List<CallTarget> targets(Caller any) {
        List<CallTarget> all = axes.targets();
        List<CallTarget> meant =
                all.stream().filter(target -> isMeant(target.draft().from(any))).toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException("nothing in the mesh is the target of " + scope.text() + "; targets are "
                    + first(all.stream().map(CallTarget::name).toList()));
        }
        return meant;
    }

    /** {@return services that may be meant and that no call can name, and why} */
    List<UncalledService> uncalled() {
        return axes.uncalled();
    }

    private boolean isMeant(Call call) {
        if (scope.port().isPresent() && scope.port().getAsInt() != call.port()) {
            return false;
        }
        return scope.to().isEmpty()
                || router.snapshot().clusters().stream()
                        .flatMap(cluster -> router.view(cluster).servicesByHostname(call.host()).stream())
                        .anyMatch(service -> scope.to().entrySet().stream().allMatch(each -> isMeant(each, service)));
    }

    private static boolean isMeant(Map.Entry<Selector, String> wanted, MeshService service) {
        return switch (wanted.getKey()) {
            case NAMESPACE -> service.namespace().equals(wanted.getValue());
            case SERVICE -> MeshPlaces.names(wanted.getValue(), service);
            case WORKLOAD, CLUSTER, REGION -> false;
        };
    }

    private static String first(List<?> all) {
        List<?> some = all.subList(0, Math.min(10, all.size()));
        return some + (all.size() > some.size() ? " and " + (all.size() - some.size()) + " more" : "");
    }
}
