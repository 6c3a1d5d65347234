package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who calls in a mesh: pods of which no configuration can tell one from another count once. */
public final class MeshCallers {
    private static final String MANAGED = "gateway.istio.io/managed";

    private MeshCallers() {}

    /**
     * One caller of each kind: the first pod of those that have the same cluster, namespace, locality, network, service account,
     * proxy and labels. Pods without a proxy call too; gateways, waypoints, and pods of {@code kube-system} and of the root
     * namespace do not, nor do WorkloadEntries.
     *
     * @param router the mesh
     * @return callers in the order of the mesh
     */
    public static List<Caller> of(MeshRouter router) {
        MeshPods pods = new MeshPods(router);
        Map<List<Object>, Caller> kinds = new LinkedHashMap<>();
        for (WorkloadInstance pod : pods.all()) {
            if (pod.pod()
                    && !pods.gateways().contains(MeshPods.id(pod))
                    && !pod.labels().containsKey(MANAGED)
                    && !pods.isOfTheSystem(pod.cluster(), pod.namespace())) {
                kinds.putIfAbsent(MeshPods.kind(pod), new Caller(pod.name(), pod.namespace(), pod.cluster()));
            }
        }
        return new ArrayList<>(kinds.values());
    }
}
