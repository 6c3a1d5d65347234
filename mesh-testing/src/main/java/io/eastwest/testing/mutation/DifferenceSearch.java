package io.eastwest.testing.mutation;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.BehaviouralChange;
import io.eastwest.routing.question.BehaviouralDiff;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import io.eastwest.testing.coverage.CallYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Seeks calls that a mutant answers differently: of workloads with a proxy by all classes of requests, first while nothing is broken,
 * then with each single failure; of pods without one, one call to each service.
 */
final class DifferenceSearch {
    private static final int MOST_FAILURES = 50;
    private static final int LONGEST = 240;

    private final MeshRouter mesh;
    private final List<Conditions> conditions = new ArrayList<>();
    private final List<CallTarget> targets;
    private final List<Caller> plain = new ArrayList<>();

    DifferenceSearch(MeshRouter mesh) {
        this.mesh = mesh;
        conditions.add(Conditions.healthy());
        MeshFailures.of(mesh, Kind.CLUSTER, Kind.REGION, Kind.ZONE, Kind.GATEWAYS, Kind.LINK).stream()
                .limit(MOST_FAILURES)
                .map(MeshFailure::conditions)
                .forEach(conditions::add);
        this.targets = MatrixAxes.of(mesh).targets();
        for (String cluster : mesh.snapshot().clusters()) {
            mesh.view(cluster).workloads().stream()
                    .filter(each -> each.cluster().equals(cluster) && isPlain(each))
                    .map(each -> new Caller(each.name(), each.namespace(), cluster))
                    .forEach(plain::add);
        }
    }

    private boolean isPlain(WorkloadInstance workload) {
        return workload.pod()
                && !workload.sidecar()
                && workload.tunnel() != TunnelProtocol.HBONE
                && !mesh.isGateway(workload);
    }

    /**
     * What was found.
     *
     * @param difference a call, one that an expectation can be written of where there is one; empty: none was found
     * @param incomplete targets whose calls were not all compared
     */
    record Found(Optional<Difference> difference, List<String> incomplete) {}

    Found search(MeshRouter mutant) {
        Set<String> incomplete = new LinkedHashSet<>();
        Optional<Difference> second = Optional.empty();
        for (Conditions each : conditions) {
            BehaviouralDiff diff = BehaviouralDiff.of(mesh, mutant, List.of(each));
            incomplete.addAll(diff.incomplete());
            List<Difference> found = diff.changes().stream()
                    .filter(change -> CallYaml.holds(change.witness()))
                    .map(DifferenceSearch::of)
                    .toList();
            Optional<Difference> best = found.stream()
                    .filter(difference ->
                            !KillingExpectation.of(difference).text().isEmpty())
                    .min(Comparator.comparingInt(
                            difference -> KillingExpectation.of(difference).rank()));
            if (best.isPresent()) {
                return new Found(best, List.copyOf(incomplete));
            }
            second = second.or(() -> found.stream().findFirst());
        }
        return new Found(second.or(() -> plain(mutant)), List.copyOf(incomplete));
    }

    private static Difference of(BehaviouralChange change) {
        return new Difference(
                change.witness(),
                change.conditions(),
                cut(change.before()) + " becomes " + cut(change.after()),
                change.decisionBefore(),
                change.decisionAfter());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private Optional<Difference> plain(MeshRouter mutant) {
        for (Caller caller : plain) {
            String id = caller.cluster() + "/" + caller.namespace() + "/" + caller.workload();
            for (CallTarget target : targets) {
                Call call = target.draft().from(caller);
                if (mesh.resolve(id, call.host()).isEmpty()
                        || mutant.resolve(id, call.host()).isEmpty()) {
                    continue;
                }
                Decision before = mesh.decide(call);
                Decision after = mutant.decide(call);
                if (!before.outcomes().equals(after.outcomes())) {
                    return Optional.of(new Difference(
                            call,
                            Conditions.healthy(),
                            "a call of a pod without a proxy ends differently",
                            Optional.of(before),
                            Optional.of(after)));
                }
            }
        }
        return Optional.empty();
    }

    /** {@return hosts whose calls are compared} */
    List<String> hosts() {
        return targets.stream()
                .map(target -> target.draft().from("", "", "").host())
                .distinct()
                .toList();
    }

    /** {@return how far it looks, for people} */
    String bound() {
        return "no call of a workload with a proxy to a service is answered differently, while nothing is broken and with each of "
                + (conditions.size() - 1)
                + " single failures; calls carry no token and the authority of their target";
    }

    /** {@return whether calls may take routes at waypoints, by which requests are not varied} */
    boolean hasAmbientCallers() {
        return mesh.snapshot().clusters().stream()
                .flatMap(cluster -> mesh.view(cluster).workloads().stream())
                .anyMatch(workload -> workload.tunnel() == TunnelProtocol.HBONE);
    }

    /** {@return whether pods without a proxy may call too} */
    boolean hasPlainCallers() {
        return !plain.isEmpty();
    }
}
