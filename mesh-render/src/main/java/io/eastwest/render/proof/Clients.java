package io.eastwest.render.proof;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Workloads that call, each for all that are like it. Those of the mesh itself and gateways are none. */
final class Clients {
    private static final String KUBE_SYSTEM = "kube-system";

    private Clients() {}

    /** {@return one workload of each cluster, namespace and service account, with a proxy and without, in the order of the mesh} */
    static List<Caller> ofEachIdentity(MeshRouter router) {
        return of(router, pod -> "");
    }

    /** {@return the same, one of each locality} */
    static List<Caller> ofEachIdentityAndPlace(MeshRouter router) {
        return of(router, WorkloadInstance::locality);
    }

    /** {@return whether a proxy of the mesh shows who a workload is} */
    static boolean isMeshed(WorkloadInstance pod) {
        return pod.sidecar() || pod.tunnel() == TunnelProtocol.HBONE;
    }

    private static List<Caller> of(MeshRouter router, Function<WorkloadInstance, String> place) {
        Map<String, Caller> callers = new LinkedHashMap<>();
        for (String cluster : router.snapshot().clusters()) {
            ControlPlaneView view = router.view(cluster);
            for (WorkloadInstance pod : view.workloads()) {
                boolean counts = pod.pod()
                        && pod.cluster().equals(cluster)
                        && !pod.namespace().equals(view.rootNamespace())
                        && !pod.namespace().equals(KUBE_SYSTEM)
                        && !router.isGateway(pod);
                if (counts) {
                    String kind = String.join(
                            " ",
                            cluster,
                            pod.namespace(),
                            pod.serviceAccount(),
                            String.valueOf(isMeshed(pod)),
                            place.apply(pod));
                    callers.putIfAbsent(kind, new Caller(pod.name(), pod.namespace(), cluster));
                }
            }
        }
        return List.copyOf(callers.values());
    }
}
