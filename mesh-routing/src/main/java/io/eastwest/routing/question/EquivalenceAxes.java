package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who calls what in two meshes.
 *
 * @param callers callers that both have
 * @param targets ports that either has
 * @param notCompared callers that one has only, and services that no call can name
 */
record EquivalenceAxes(List<Caller> callers, List<CallTarget> targets, List<String> notCompared) {
    static EquivalenceAxes of(MeshRouter one, MeshRouter other, List<String> hosts) {
        MeshPods podsOfOne = new MeshPods(one);
        MeshPods podsOfOther = new MeshPods(other);
        List<Caller> callers = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Caller caller : MeshCallers.of(one)) {
            add(caller, podsOfOther, "only the first mesh", callers, left);
        }
        for (Caller caller : MeshCallers.of(other)) {
            if (!callers.contains(caller)) {
                add(caller, podsOfOne, "only the second mesh", callers, left);
            }
        }
        Map<String, CallTarget> targets = new LinkedHashMap<>();
        addTargets(one, hosts, targets, left);
        addTargets(other, hosts, targets, left);
        for (String host : hosts) {
            if (!isKnown(one, host) && !isKnown(other, host)) {
                throw new IllegalArgumentException("neither mesh has a service \"" + host + "\"");
            }
        }
        return new EquivalenceAxes(callers, List.copyOf(targets.values()), left);
    }

    private static void add(Caller caller, MeshPods pods, String where, List<Caller> callers, List<String> left) {
        if (pods.named(caller.cluster() + "/" + caller.namespace() + "/" + caller.workload())
                .isPresent()) {
            callers.add(caller);
        } else {
            left.add("calls of " + caller + ", which " + where + " has");
        }
    }

    private static void addTargets(
            MeshRouter router, List<String> hosts, Map<String, CallTarget> targets, List<String> left) {
        Caller nobody = new Caller("", "", "");
        MatrixAxes axes = MatrixAxes.of(router);
        for (UncalledService service : axes.uncalled()) {
            String line = "calls to " + service;
            boolean meant = hosts.isEmpty() || hosts.stream().anyMatch(host -> isMeant(router, host, service.host()));
            if (meant && !left.contains(line)) {
                left.add(line);
            }
        }
        for (CallTarget target : axes.targets()) {
            Call call = target.draft().from(nobody);
            if (hosts.isEmpty() || hosts.stream().anyMatch(host -> isMeant(router, host, call.host()))) {
                targets.putIfAbsent(target.name(), target);
            }
        }
    }

    private static boolean isMeant(MeshRouter router, String wanted, String hostname) {
        return router.snapshot().clusters().stream()
                .flatMap(cluster -> router.view(cluster).servicesByHostname(hostname).stream())
                .anyMatch(service -> names(wanted, service));
    }

    private static boolean isKnown(MeshRouter router, String wanted) {
        return router.snapshot().clusters().stream()
                .flatMap(cluster -> router.view(cluster).services().stream())
                .anyMatch(service -> names(wanted, service));
    }

    private static boolean names(String wanted, MeshService service) {
        return wanted.equals(service.hostname()) || wanted.equals(service.name() + "." + service.namespace());
    }
}
