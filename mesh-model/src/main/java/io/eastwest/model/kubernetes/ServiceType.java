package io.eastwest.model.kubernetes;

/** How a {@link KubernetesService} is published. Kubernetes uses {@code ClusterIP} where a document names none. */
public enum ServiceType {
    /** reachable inside the cluster, by cluster IP or, when headless, by the addresses of its pods */
    ClusterIP,
    /** also on one port of every node */
    NodePort,
    /** also through a load balancer outside the cluster */
    LoadBalancer,
    /** an alias of a DNS name */
    ExternalName
}
