package io.eastwest.routing.capacity;

import io.eastwest.routing.Caller;
import io.eastwest.routing.ErrorAnswer;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.view.WorkloadInstance;

/**
 * Which share of the requests that get to pods their application answers with an error, which proxies may repeat. Where several
 * errors mean a pod the first counts.
 *
 * @param cluster cluster of the pods
 * @param namespace their namespace
 * @param workload name of a pod or a workload, as in {@link Caller#workload()}
 * @param error status and share of the errors
 */
public record PodErrors(String cluster, String namespace, String workload, ErrorAnswer error) {
    /**
     * {@return errors of a status}
     *
     * @param cluster cluster of the pods
     * @param namespace their namespace
     * @param workload name of a pod or a workload
     * @param status HTTP status, 400 to 599
     * @param share share of all requests, more than 0 and at most 1
     * @throws IllegalArgumentException if status or share are out of range
     */
    public static PodErrors of(String cluster, String namespace, String workload, int status, Share share) {
        return new PodErrors(cluster, namespace, workload, new ErrorAnswer(status, share));
    }

    /**
     * {@return whether a pod is meant}
     *
     * @param pod a pod of the mesh
     */
    public boolean means(WorkloadInstance pod) {
        return pod.cluster().equals(cluster) && new Caller(workload, namespace, cluster).means(pod);
    }
}
