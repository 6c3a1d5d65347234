package io.eastwest.routing.platform;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls through the mesh: each pod calls by its proxy, which may take endpoints of any cluster. */
final class MeshTree implements CallTree {
    private final MeshRouter router;
    private final AppGraph graph;
    private final Conditions conditions;
    private final Map<String, Answer> known = new LinkedHashMap<>();

    /** What becomes of the requests to one pod. */
    private record Answer(Share share, List<EntryLoss> losses) {}

    MeshTree(MeshRouter router, AppGraph graph, PlatformOutage outage) {
        this.router = router;
        this.graph = graph;
        Conditions all = outage.conditions();
        for (String pod : outage.broken().stream().sorted().toList()) {
            all = all.and(Conditions.podDown(pod));
        }
        this.conditions = all;
    }

    @Override
    public Share answered(String cluster, String service, String pod, List<EntryLoss> losses) {
        Answer answer = known.get(pod + " " + service);
        if (answer == null) {
            answer = ask(cluster, service, pod);
            known.put(pod + " " + service, answer);
        }
        losses.addAll(answer.losses());
        return answer.share();
    }

    private Answer ask(String cluster, String service, String pod) {
        Share left = Share.ONE;
        List<EntryLoss> losses = new ArrayList<>();
        for (AppCall call : graph.of(service)) {
            List<EntryLoss> own = new ArrayList<>();
            Share share = call(cluster, pod, call, own);
            for (EntryLoss loss : own) {
                losses.add(loss.times(left));
            }
            left = left.times(share);
        }
        return new Answer(left, List.copyOf(losses));
    }

    private Share call(String cluster, String pod, AppCall call, List<EntryLoss> losses) {
        String host = call.name() + "." + call.namespace();
        if (router.resolve(pod, host).isEmpty()) {
            losses.add(failed(cluster, "the DNS of cluster " + cluster + " does not know " + host, Share.ONE));
            return Share.ZERO;
        }
        String[] caller = pod.split("/", -1);
        Decision decision = router.decide(
                Call.get("http://" + host + ":" + call.port() + call.path()).from(caller[2], caller[1], caller[0]),
                conditions);
        Share answered = Share.ZERO;
        for (Outcome outcome : decision.outcomes()) {
            if (outcome.kind() == Outcome.Kind.REFUSED) {
                losses.add(failed(
                        cluster,
                        "call to " + call.service() + ": " + outcome.reason() + " " + outcome.flags(),
                        outcome.share()));
            } else if (outcome.kind() != Outcome.Kind.FORWARDED) {
                answered = answered.plus(outcome.share());
            }
        }
        for (EndpointTarget target : decision.endpoints()) {
            List<EntryLoss> further = new ArrayList<>();
            Share share = target.cluster().isEmpty()
                    ? Share.ONE
                    : answered(target.cluster(), call.service(), target.owner(), further);
            further.forEach(loss -> losses.add(loss.times(target.share())));
            answered = answered.plus(target.share().times(share));
        }
        return answered;
    }

    private static EntryLoss failed(String cluster, String detail, Share share) {
        return new EntryLoss(EntryLoss.Cause.CALL_FAILED, cluster, detail, share);
    }
}
