package io.eastwest.routing;

/**
 * Who calls: a workload of the mesh, by which its sidecar is found.
 *
 * @param workload name of a pod, or of the workload it belongs to: label {@code app} or {@code app.kubernetes.io/name}, or
 *     the pod's name without what follows the last dashes
 * @param namespace namespace
 * @param cluster cluster
 */
public record Caller(String workload, String namespace, String cluster) {
    @Override
    public String toString() {
        return cluster + "/" + namespace + "/" + workload;
    }
}
