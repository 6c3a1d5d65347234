package io.eastwest.routing.view;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import java.util.ArrayList;
import java.util.List;

/**
 * What one control plane reads.
 *
 * @param clusters the clusters, its own first, then the others in order of discovery
 * @param meshConfig its mesh configuration with defaults
 * @param networks its mesh networks
 * @param trustDomains trust domains as it sees them
 * @param domainSuffix suffix of service hostnames
 * @param ambient what it does of ambient mode
 * @param istiod what the manifests say of its installation
 */
record ViewInputs(
        List<ClusterState> clusters,
        MeshConfig meshConfig,
        MeshNetworks networks,
        TrustDomains trustDomains,
        String domainSuffix,
        AmbientSettings ambient,
        IstiodInstallation istiod) {
    /** {@return the namespace in which it looks for its own things in each cluster} */
    String systemNamespace() {
        return istiod.namespace().orElse(ClusterNamespaces.SYSTEM);
    }

    MeshWorkloads workloads() {
        AugmentedLabels labels = new AugmentedLabels();
        List<ClusterWorkloads> all = new ArrayList<>();
        for (ClusterState cluster : clusters) {
            WorkloadFactory factory = new WorkloadFactory(
                    cluster,
                    NetworkLookup.of(cluster, networks, systemNamespace()),
                    labels,
                    trustDomains,
                    cluster == clusters.get(0));
            all.add(ClusterWorkloads.of(
                    cluster,
                    factory,
                    meshConfig.discoverySelectors(),
                    entry -> Revisions.isRead(entry, istiod.revision())));
        }
        return new MeshWorkloads(all);
    }
}
