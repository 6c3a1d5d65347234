package io.eastwest.render.proof;

import io.eastwest.render.intent.Promise;
import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks the calls that promises are about, healthy and with each single failure. Of each place a workload calls that is not the
 * service itself, where there is one; of promises about identities each identity calls, the service's own too.
 */
final class ProofCalls {
    private final MeshRouter router;
    private final JudgedCalls judged;

    ProofCalls(MeshRouter router) {
        this.router = router;
        this.judged = new JudgedCalls(router);
    }

    List<ProvenCall> proven() {
        return judged.proven();
    }

    List<ProofFinding> findings() {
        return judged.findings();
    }

    void ask(List<Promise> promises) {
        MatrixAxes axes = MatrixAxes.of(router);
        List<Caller> everyone = Clients.ofEachIdentity(router);
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
                for (Caller caller : promise.asksEveryIdentity() ? everyone : callers(axes, target)) {
                    Call call = target.draft().from(caller);
                    if (promise.covers(call.host())) {
                        List<MeshFailure> all = new ArrayList<>(failures);
                        all.addAll(workloads(target.name(), call));
                        drafts(promise, target.draft(), call)
                                .forEach(draft -> judged.judge(promise, draft, caller, all));
                        asked = true;
                    }
                }
            }
            if (!asked) {
                judged.add(new ProofFinding(
                        ProofFinding.Kind.NOT_ASKED, promise.text(), "no workload with a proxy has a service to call"));
            }
        }
    }

    /** {@return the callers of a mesh; in place of one that is the target itself another of its place, where there is one} */
    private List<Caller> callers(MatrixAxes axes, CallTarget target) {
        List<Caller> callers = new ArrayList<>();
        for (Caller usual : axes.callers()) {
            if (!isItself(usual, target)) {
                callers.add(usual);
                continue;
            }
            String place = place(usual);
            axes.callersOf(target).stream()
                    .filter(other -> place(other).equals(place) && !isItself(other, target))
                    .findFirst()
                    .ifPresent(callers::add);
        }
        return callers.isEmpty() ? axes.callers() : callers;
    }

    private String place(Caller caller) {
        return caller.cluster() + "/" + router.workload(caller).locality();
    }

    private boolean isItself(Caller caller, CallTarget target) {
        Call call = target.draft().from(caller);
        String id = OpenWays.id(router.workload(caller));
        return OpenWays.endpoints(router.view(caller.cluster()), call.host(), call.port()).stream()
                .anyMatch(endpoint -> endpoint.owner().filter(id::equals).isPresent());
    }

    /** {@return the plain call, and one for each header that a promise is about} */
    private static List<CallDraft> drafts(Promise promise, CallDraft plain, Call call) {
        List<CallDraft> drafts = new ArrayList<>(List.of(plain));
        if (call.request().isPresent()) {
            promise.headers().forEach(header -> drafts.add(plain.header(header.name(), header.value())));
        }
        return drafts;
    }

    /** {@return all endpoints of a service failing in one cluster, for each cluster that has any} */
    private List<MeshFailure> workloads(String name, Call call) {
        Map<String, Conditions> byCluster = new TreeMap<>();
        for (ServiceEndpoint endpoint :
                OpenWays.endpoints(router.view(call.caller().cluster()), call.host(), call.port())) {
            endpoint.owner()
                    .map(Conditions::podDown)
                    .ifPresent(down -> byCluster.merge(endpoint.cluster(), down, Conditions::and));
        }
        List<MeshFailure> failures = new ArrayList<>();
        byCluster.forEach(
                (cluster, down) -> failures.add(MeshFailure.given("all of " + name + " in " + cluster, down)));
        return failures;
    }
}
