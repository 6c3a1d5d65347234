package io.eastwest.model.topology;

/** What a cluster runs on, as far as installation differs. */
public enum ClusterPlatform {
    /** Plain Kubernetes. */
    kubernetes,
    /** OpenShift, with Routes and security context constraints. */
    openshift
}
