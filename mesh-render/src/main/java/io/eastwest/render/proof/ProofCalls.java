package io.eastwest.render.proof;

import io.eastwest.render.intent.Promise;
import io.eastwest.render.intent.PromisedCall;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the calls that promises are about, healthy and with each single failure. */
final class ProofCalls {
    private final MeshRouter router;
    private final OpenWays ways;
    private final List<ProvenCall> proven = new ArrayList<>();
    private final List<ProofFinding> findings = new ArrayList<>();

    ProofCalls(MeshRouter router) {
        this.router = router;
        this.ways = new OpenWays(router);
    }

    List<ProvenCall> proven() {
        return proven;
    }

    List<ProofFinding> findings() {
        return findings;
    }

    void ask(List<Promise> promises) {
        MatrixAxes axes = MatrixAxes.of(router);
        List<MeshFailure> failures = MeshFailures.of(
                router,
                MeshFailure.Kind.POD,
                MeshFailure.Kind.ZONE,
                MeshFailure.Kind.REGION,
                MeshFailure.Kind.CLUSTER,
                MeshFailure.Kind.GATEWAY,
                MeshFailure.Kind.GATEWAYS,
                MeshFailure.Kind.LINK);
        for (Promise promise : promises) {
            boolean asked = false;
            for (CallTarget target : axes.targets()) {
                for (Caller caller : axes.callers()) {
                    String host = target.draft().from(caller).host();
                    if (promise.covers(host)) {
                        ask(promise, target, caller, failures);
                        asked = true;
                    }
                }
            }
            if (!asked) {
                findings.add(new ProofFinding(
                        ProofFinding.Kind.NOT_ASKED, promise.text(), "no workload with a proxy has a service to call"));
            }
        }
    }

    private void ask(Promise promise, CallTarget target, Caller caller, List<MeshFailure> single) {
        List<MeshFailure> failures = new ArrayList<>(single);
        failures.addAll(workloads(target, caller));
        MatrixAxes axes = MatrixAxes.builder()
                .addTarget(target)
                .addCaller(caller)
                .failures(failures)
                .build();
        for (MatrixRow row : FailureMatrix.of(router, axes).rows()) {
            judge(promise, row, "healthy", Conditions.healthy(), row.healthy());
            for (int i = 0; i < failures.size(); i++) {
                MeshFailure failure = failures.get(i);
                judge(
                        promise,
                        row,
                        failure.name(),
                        failure.conditions(),
                        row.cells().get(i).result());
            }
        }
    }

    /** {@return all endpoints of the target failing in one cluster, for each cluster that has any} */
    private List<MeshFailure> workloads(CallTarget target, Caller caller) {
        Map<String, Conditions> byCluster = new TreeMap<>();
        for (ServiceEndpoint endpoint : OpenWays.endpoints(
                router.view(caller.cluster()),
                target.draft().from(caller).host(),
                target.draft().from(caller).port())) {
            endpoint.owner()
                    .map(Conditions::podDown)
                    .ifPresent(down -> byCluster.merge(endpoint.cluster(), down, Conditions::and));
        }
        List<MeshFailure> failures = new ArrayList<>();
        byCluster.forEach(
                (cluster, down) -> failures.add(MeshFailure.given("all of " + target.name() + " in " + cluster, down)));
        return failures;
    }

    private void judge(Promise promise, MatrixRow row, String state, Conditions conditions, CallResult result) {
        if (!result.called()) {
            return;
        }
        PromisedCall call = new PromisedCall(row.call(), row.locality(), result, ways.places(row.call(), conditions));
        promise.breach(call)
                .ifPresentOrElse(
                        breach -> findings.add(new ProofFinding(
                                ProofFinding.Kind.BROKEN_PROMISE,
                                promise.text(),
                                row.call() + ", " + state + ": " + breach + " (" + result.toText() + ")")),
                        () -> proven.add(new ProvenCall(promise, row.call(), state, result)));
    }
}
