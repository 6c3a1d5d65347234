package io.eastwest.render.proof;

import io.eastwest.render.intent.Promise;
import io.eastwest.render.intent.PromisedCall;
import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds calls against promises. */
final class JudgedCalls {
    private final MeshRouter router;
    private final OpenWays ways;
    private final CopyWays copies;
    private final List<ProvenCall> proven = new ArrayList<>();
    private final List<ProofFinding> findings = new ArrayList<>();

    JudgedCalls(MeshRouter router) {
        this.router = router;
        this.ways = new OpenWays(router);
        this.copies = new CopyWays(router);
    }

    List<ProvenCall> proven() {
        return proven;
    }

    List<ProofFinding> findings() {
        return findings;
    }

    void add(ProofFinding finding) {
        findings.add(finding);
    }

    /** Judges a call in each state; where the caller is down, another workload like it calls, if one is up. */
    void judge(Promise promise, CallDraft draft, Caller caller, List<MeshFailure> failures) {
        CallTarget target = new CallTarget("", draft);
        List<MeshFailure> alive = new ArrayList<>();
        List<MeshFailure> fatal = new ArrayList<>();
        String id = OpenWays.id(router.workload(caller));
        failures.forEach(failure -> (router.isDown(id, failure.conditions()) ? fatal : alive).add(failure));
        MatrixRow row = row(target, caller, Conditions.healthy(), alive);
        judge(promise, row, "healthy", Conditions.healthy(), row.healthy());
        for (int i = 0; i < alive.size(); i++) {
            MeshFailure failure = alive.get(i);
            judge(
                    promise,
                    row,
                    failure.name(),
                    failure.conditions(),
                    row.cells().get(i).result());
        }
        for (MeshFailure failure : fatal) {
            standIn(router.workload(caller), failure.conditions()).ifPresent(other -> {
                MatrixRow instead = row(target, other, failure.conditions(), List.of());
                judge(promise, instead, failure.name(), failure.conditions(), instead.healthy());
            });
        }
    }

    private MatrixRow row(CallTarget target, Caller caller, Conditions base, List<MeshFailure> failures) {
        MatrixAxes axes = MatrixAxes.builder()
                .addTarget(target)
                .addCaller(caller)
                .base(base)
                .failures(failures)
                .build();
        return FailureMatrix.of(router, axes).rows().get(0);
    }

    private Optional<Caller> standIn(WorkloadInstance caller, Conditions conditions) {
        return router.view(caller.cluster()).workloads().stream()
                .filter(pod -> pod.cluster().equals(caller.cluster())
                        && pod.namespace().equals(caller.namespace())
                        && pod.locality().equals(caller.locality())
                        && pod.network().equals(caller.network())
                        && pod.serviceAccount().equals(caller.serviceAccount())
                        && pod.sidecar() == caller.sidecar()
                        && pod.tunnel() == caller.tunnel()
                        && !router.isDown(OpenWays.id(pod), conditions))
                .map(pod -> new Caller(pod.name(), pod.namespace(), pod.cluster()))
                .findFirst();
    }

    private void judge(Promise promise, MatrixRow row, String state, Conditions conditions, CallResult result) {
        Call call = row.call();
        WorkloadInstance caller = router.workload(call.caller());
        boolean known = !router.resolve(OpenWays.id(caller), call.host()).isEmpty();
        Optional<Decision> decision = known ? Optional.of(router.decide(call, conditions)) : Optional.empty();
        PromisedCall promised = PromisedCall.builder()
                .call(call)
                .locality(row.locality())
                .identity(Clients.isMeshed(caller) ? caller.serviceAccount() : "")
                .healthy(conditions.equals(Conditions.healthy()))
                .result(result)
                .places(ways.places(
                        call, conditions, decision.map(Decision::endpoints).orElse(List.of())))
                .copies(decision.map(copies::of).orElse(List.of()))
                .build();
        promise.breach(promised)
                .ifPresentOrElse(
                        breach -> findings.add(new ProofFinding(
                                ProofFinding.Kind.BROKEN_PROMISE,
                                promise.text(),
                                call + headers(call) + ", " + state + ": " + breach + " (" + result.toText() + ")")),
                        () -> proven.add(new ProvenCall(
                                promise,
                                call,
                                state,
                                result,
                                promise.remark(promised).orElse(""))));
    }

    /** {@return the headers of a request as text: promises may speak of them} */
    static String headers(Call call) {
        StringBuilder text = new StringBuilder();
        call.request()
                .ifPresent(request -> request.headers()
                        .forEach(header -> text.append(" with ")
                                .append(header.name())
                                .append(": ")
                                .append(header.value())));
        return text.toString();
    }
}
