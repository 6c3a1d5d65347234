package io.eastwest.routing;

import io.eastwest.routing.view.WorkloadInstance;

/**
 * Who calls: a workload of the mesh, by which its sidecar is found.
 *
 * @param workload name of a pod, or of the workload it belongs to: label {@code app} or {@code app.kubernetes.io/name}, or
 *     the pod's name without what follows the last dashes
 * @param namespace namespace
 * @param cluster cluster
 * @param outside whether the call comes from outside of the mesh and the workload is the gateway where it arrives
 */
public record Caller(String workload, String namespace, String cluster, boolean outside) {
    /**
     * A workload of the mesh.
     *
     * @param workload the workload
     * @param namespace its namespace
     * @param cluster its cluster
     */
    public Caller(String workload, String namespace, String cluster) {
        this(workload, namespace, cluster, false);
    }

    /**
     * Whether a pod is meant; several may be.
     *
     * @param pod a pod of the mesh
     * @return whether it is the named one, or of the named workload
     */
    public boolean means(WorkloadInstance pod) {
        return pod.cluster().equals(cluster) && pod.namespace().equals(namespace) && WorkloadNames.names(workload, pod);
    }

    @Override
    public String toString() {
        return (outside ? "outside at " : "") + cluster + "/" + namespace + "/" + workload;
    }
}
