package io.eastwest.routing.capacity;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.ErrorAnswer;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.question.FailureSurvey;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.SurveyedCall;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides the calls of a demand and sums up where they get. */
final class LoadMaker {
    private final MeshRouter router;
    private final TrafficDemand demand;
    private final List<MeshFailure> failures;
    private final FailureSurvey survey;
    private final Map<String, Share> limits = new LinkedHashMap<>();
    private final List<List<Asked>> asked = new ArrayList<>();
    private final Map<String, ErrorAnswer> errors = new LinkedHashMap<>();
    private final Set<String> notCounted = new LinkedHashSet<>();
    private final FailingCalls failing;

    LoadMaker(MeshRouter router, TrafficDemand demand, List<MeshFailure> failures) {
        this.router = router;
        this.demand = demand;
        this.failures = List.copyOf(failures);
        this.survey = FailureSurvey.of(router, failures);
        demand.limits().forEach(this::addLimit);
        demand.errors().forEach(this::addErrors);
        this.failing = new FailingCalls(router, errors, notCounted);
        List<List<Call>> calls =
                demand.rates().stream().map(CallRate::call).map(this::calls).toList();
        long questions = calls.stream().mapToLong(List::size).sum() * Math.max(1, failures.size());
        if (questions > CapacityAfterFailover.MOST_QUESTIONS) {
            throw new IllegalArgumentException("calls of all pods under all failures may be "
                    + CapacityAfterFailover.MOST_QUESTIONS + ", but these are " + questions
                    + "; choose fewer rates or failures");
        }
        calls.forEach(each -> asked.add(each.stream().map(this::ask).toList()));
    }

    /** One pod that makes a call, and the failures that may change something for it. */
    private record Asked(SurveyedCall call, BitSet touching) {
        boolean isUp(int failure) {
            return !touching.get(failure)
                    || call.callUnder(failure).filter(call.call()::equals).isPresent();
        }

        Optional<Decision> under(int failure) {
            return touching.get(failure) ? call.under(failure) : call.healthy();
        }
    }

    private Optional<TriedCall> tried(Asked pod, Optional<Decision> decision, Conditions conditions) {
        return errors.isEmpty()
                ? decision.map(TriedCall::withoutErrors)
                : pod.call().healthy().map(healthy -> failing.call(pod.call().call(), conditions));
    }

    private Asked ask(Call call) {
        SurveyedCall surveyed = survey.call(call);
        BitSet touching = new BitSet();
        if (surveyed.healthy().isEmpty()) {
            touching.set(0, failures.size());
        }
        for (int failure : surveyed.touching()) {
            touching.set(failure);
        }
        surveyed.healthy().ifPresent(this::note);
        return new Asked(surveyed, touching);
    }

    private void note(Decision decision) {
        decision.notModelled().stream().map(NotModelled::toText).forEach(notCounted::add);
        if (!decision.firstLeg().mirrors().isEmpty()) {
            notCounted.add("copies of " + decision.call() + " that are mirrored");
        }
    }

    private void addLimit(PodLimit limit) {
        boolean any = false;
        for (String cluster : router.snapshot().clusters()) {
            for (WorkloadInstance pod : router.view(cluster).workloads()) {
                if (pod.cluster().equals(cluster) && limit.means(pod)) {
                    limits.putIfAbsent(id(pod), limit.perSecond());
                    any = true;
                }
            }
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "the mesh has no pod of " + limit.namespace() + "/" + limit.workload() + ", which has a limit");
        }
    }

    private void addErrors(PodErrors some) {
        List<WorkloadInstance> pods = router.snapshot().clusters().contains(some.cluster())
                ? router.view(some.cluster()).workloads().stream()
                        .filter(some::means)
                        .toList()
                : List.of();
        if (pods.isEmpty()) {
            throw new IllegalArgumentException("the mesh has no pod of " + some.cluster() + "/" + some.namespace() + "/"
                    + some.workload() + ", which has errors");
        }
        pods.forEach(pod -> errors.putIfAbsent(id(pod), some.error()));
    }

    private static String id(WorkloadInstance pod) {
        return pod.cluster() + "/" + pod.namespace() + "/" + pod.name();
    }

    /** {@return the call of each pod that makes it} */
    private List<Call> calls(Call call) {
        Caller caller = call.caller();
        WorkloadInstance first = router.workload(caller);
        List<WorkloadInstance> pods = first.name().equals(caller.workload())
                ? List.of(first)
                : router.view(caller.cluster()).workloads().stream()
                        .filter(pod -> pod.pod() && caller.means(pod))
                        .toList();
        return pods.stream()
                .map(pod -> new Call(
                        new Caller(pod.name(), pod.namespace(), pod.cluster(), caller.outside()),
                        call.host(),
                        call.port(),
                        call.request(),
                        call.tls()))
                .toList();
    }

    MeshLoad healthy() {
        LoadSum sum = new LoadSum(limits);
        for (int i = 0; i < asked.size(); i++) {
            Share each = demand.rates()
                    .get(i)
                    .perSecond()
                    .dividedBy(Share.of(asked.get(i).size(), 1));
            for (Asked pod : asked.get(i)) {
                sum.add(pod.call().call(), tried(pod, pod.call().healthy(), Conditions.healthy()), each);
            }
        }
        return load("nothing is broken", sum);
    }

    MeshLoad under(int failure) {
        LoadSum sum = new LoadSum(limits);
        for (int i = 0; i < asked.size(); i++) {
            Share all = demand.rates().get(i).perSecond();
            List<Asked> up =
                    asked.get(i).stream().filter(pod -> pod.isUp(failure)).toList();
            if (up.isEmpty()) {
                sum.notCalled(all);
                continue;
            }
            Share each = all.dividedBy(Share.of(up.size(), 1));
            Conditions conditions = failures.get(failure).conditions();
            for (Asked pod : up) {
                Optional<Decision> decision = errors.isEmpty() ? pod.under(failure) : Optional.empty();
                sum.add(pod.call().call(), tried(pod, decision, conditions), each);
            }
        }
        return load(failures.get(failure).name(), sum);
    }

    private MeshLoad load(String failure, LoadSum sum) {
        if (sum.isRetried()) {
            notCounted.add("tries that get to no pod and are repeated; a call counts where it is answered");
        }
        if (!sum.lost().isZero()) {
            notCounted.add("what calls that nobody answers do to " + (errors.isEmpty() ? "gateways and pods" : "pods")
                    + " on their way");
        }
        return new MeshLoad(failure, sum.pods(), sum.byRule(), sum.failed(), sum.lost(), sum.notCalled());
    }

    List<String> notCounted() {
        return List.copyOf(notCounted);
    }
}
