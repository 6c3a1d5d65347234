package io.eastwest.model.kubernetes;

/**
 * Which endpoints callers inside the cluster may reach. Kubernetes uses {@code Cluster} where a document names none.
 */
public enum InternalTrafficPolicy {
    /** all endpoints */
    Cluster,
    /** only endpoints on the node of the caller */
    Local
}
