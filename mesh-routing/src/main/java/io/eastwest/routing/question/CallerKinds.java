package io.eastwest.routing.question;

import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One workload for each cluster, namespace, service account and kind of proxy: what security can tell apart. */
final class CallerKinds {
    private static final String MANAGED = "gateway.istio.io/managed";

    private CallerKinds() {}

    /** {@return the first workload of each kind, with and without proxy, gateways and the system left out} */
    static List<WorkloadInstance> of(MeshPods pods) {
        Map<List<Object>, WorkloadInstance> kinds = new LinkedHashMap<>();
        pods.all().stream()
                .filter(WorkloadInstance::pod)
                .filter(pod -> !pods.gateways().contains(MeshPods.id(pod))
                        && !pod.labels().containsKey(MANAGED)
                        && !pods.isOfTheSystem(pod.cluster(), pod.namespace()))
                .forEach(pod -> kinds.putIfAbsent(
                        List.of(pod.cluster(), pod.namespace(), pod.serviceAccount(), pod.sidecar(), pod.tunnel()),
                        pod));
        return List.copyOf(kinds.values());
    }
}
