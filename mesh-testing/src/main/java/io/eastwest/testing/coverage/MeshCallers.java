package io.eastwest.testing.coverage;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who calls with the rules of one control plane: of workloads that differ in nothing that rules look at, one.
 *
 * @param sidecars workloads with a sidecar
 * @param all whether these are all: there is none without a sidecar of its own whose calls take rules
 */
record MeshCallers(List<Caller> sidecars, boolean all) {
    private static final List<String> IGNORED = List.of(
            "pod-template-hash",
            "controller-revision-hash",
            "kubernetes.io/hostname",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index");

    /** On pods of waypoints and gateways that a controller made. */
    private static final String MANAGED = "gateway.istio.io/managed";

    static MeshCallers of(MeshRouter router, String plane) {
        Map<List<Object>, Caller> callers = new LinkedHashMap<>();
        boolean all = true;
        for (String cluster : router.snapshot().clusters()) {
            if (!router.view(cluster).cluster().equals(plane)) {
                continue;
            }
            for (WorkloadInstance workload : router.view(cluster).workloads()) {
                if (!workload.cluster().equals(cluster)) {
                    continue;
                }
                all &= workload.tunnel() != TunnelProtocol.HBONE;
                if (isCaller(router, workload)) {
                    Map<String, String> labels = new TreeMap<>(workload.labels());
                    labels.keySet().removeAll(IGNORED);
                    callers.putIfAbsent(
                            List.of(cluster, workload.namespace(), labels),
                            new Caller(workload.name(), workload.namespace(), cluster));
                }
            }
        }
        return new MeshCallers(new ArrayList<>(callers.values()), all);
    }

    private static boolean isCaller(MeshRouter router, WorkloadInstance workload) {
        return workload.pod()
                && workload.sidecar()
                && !router.isGateway(workload)
                && !workload.labels().containsKey(MANAGED);
    }
}
