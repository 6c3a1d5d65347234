package io.eastwest.model.topology;

/** What installs Istio in a cluster. */
public enum InstallTool {
    /** Custom resources of the Sail operator, as OpenShift Service Mesh 3 takes them. */
    sail,
    /** Releases of the Helm charts of Istio. */
    helm,
    /** {@code istioctl install} with a file. */
    istioctl
}
