package io.eastwest.routing.view;

import java.util.Map;

/**
 * Trust domains as one control plane sees them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/controller/multicluster.go}.
 *
 * @param own that of its own mesh configuration
 * @param byCluster those in the mesh configuration of the other clusters it reads
 */
record TrustDomains(String own, Map<String, String> byCluster) {
    static final String DEFAULT = "cluster.local";

    /** {@return trust domain of the pods of a cluster} */
    String ofPods(String cluster) {
        return byCluster.getOrDefault(cluster, DEFAULT);
    }
}
