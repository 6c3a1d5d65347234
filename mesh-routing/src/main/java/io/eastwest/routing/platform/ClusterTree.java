package io.eastwest.routing.platform;

import io.eastwest.routing.balancing.Share;
import java.util.ArrayList;
import java.util.List;

/** Calls that stay in the cluster where the request landed, by the DNS of this cluster, or leave it by a global name. */
final class ClusterTree implements CallTree {
    private final AppGraph graph;
    private final EntryServices services;
    private final GlobalCalls globalCalls;

    /** Asks a global name. */
    interface GlobalCalls {
        EntryResult ask(String host, String path);
    }

    ClusterTree(AppGraph graph, EntryServices services, GlobalCalls globalCalls) {
        this.graph = graph;
        this.services = services;
        this.globalCalls = globalCalls;
    }

    @Override
    public Share answered(String cluster, String service, String pod, List<EntryLoss> losses) {
        Share left = Share.ONE;
        for (AppCall call : graph.of(service)) {
            List<EntryLoss> own = new ArrayList<>();
            Share share = call.globalHost().isPresent()
                    ? global(call, call.globalHost().get(), own)
                    : local(cluster, call, own);
            for (EntryLoss loss : own) {
                losses.add(loss.times(left));
            }
            left = left.times(share);
        }
        return left;
    }

    private Share global(AppCall call, String host, List<EntryLoss> losses) {
        EntryResult result = globalCalls.ask(host, call.path());
        losses.addAll(result.losses());
        return result.served();
    }

    private Share local(String cluster, AppCall call, List<EntryLoss> losses) {
        String service = call.service();
        List<String> pods = services.ready(cluster, service);
        if (pods.isEmpty()) {
            losses.add(new EntryLoss(
                    EntryLoss.Cause.CALL_FAILED, cluster, "no pod of " + service + " is ready", Share.ONE));
            return Share.ZERO;
        }
        Share working = services.working(cluster, service);
        Share broken = Share.ONE.minus(working);
        if (!broken.isZero()) {
            losses.add(new EntryLoss(
                    EntryLoss.Cause.CALL_FAILED, cluster, "pods of " + service + " answer with errors", broken));
        }
        List<EntryLoss> further = new ArrayList<>();
        Share answered = answered(cluster, service, pods.get(0), further);
        further.forEach(loss -> losses.add(loss.times(working)));
        return working.times(answered);
    }
}
