package io.eastwest.routing.capacity;

import io.eastwest.routing.Caller;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.view.WorkloadInstance;

/**
 * How many calls a pod can take. Where several limits mean a pod the first counts.
 *
 * @param namespace namespace
 * @param workload name of a pod or a workload, as in {@link Caller#workload()}; gateways are workloads too
 * @param perSecond calls per second of one pod, exactly; more than 0
 */
public record PodLimit(String namespace, String workload, Share perSecond) {
    /**
     * Checks the limit.
     *
     * @param namespace namespace
     * @param workload workload
     * @param perSecond calls per second
     * @throws IllegalArgumentException if the limit is 0
     */
    public PodLimit {
        if (perSecond.isZero()) {
            throw new IllegalArgumentException("the limit of " + namespace + "/" + workload + " must be more than 0");
        }
    }

    /**
     * {@return whether a pod is meant}
     *
     * @param pod a pod of the mesh
     */
    public boolean means(WorkloadInstance pod) {
        return new Caller(workload, namespace, pod.cluster()).means(pod);
    }
}
