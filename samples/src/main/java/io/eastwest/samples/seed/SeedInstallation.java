package io.eastwest.samples.seed;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LoadBalancerIngress;
import io.eastwest.model.kubernetes.LoadBalancerStatus;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.kubernetes.ServiceStatus;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpec;
import io.eastwest.render.install.RemoteCredential;
import io.eastwest.samples.mesh.SampleMesh;
import java.util.List;

/** The two clusters of the slides, installed by what is rendered for them, with the workloads of another sample. */
final class SeedInstallation {
    static final List<String> CLUSTERS = List.of("cluster-1", "cluster-2");

    private static final String SYSTEM = "istio-system";
    private static final List<String> RULES = List.of("networking.istio.io", "gateway.networking.k8s.io");

    private SeedInstallation() {}

    /** {@return two primaries of a network each} */
    static MeshTopology topology() {
        return MeshTopology.of(
                "seed",
                MeshTopologySpec.builder()
                        .meshId("mesh1")
                        .addCluster(cluster("cluster-1", "network1", "203.0.113.101"))
                        .addCluster(cluster("cluster-2", "network2", "203.0.113.102"))
                        .build());
    }

    private static ClusterTopology cluster(String name, String network, String gateway) {
        return ClusterTopology.builder()
                .name(name)
                .network(network)
                .apiServer("https://api." + name + ".example.com:6443")
                .eastWestGateway(EastWestGateway.builder().addAddress(gateway).build())
                .build();
    }

    /** {@return the installation without anything that its owner keeps to himself: templates stand for the remote secrets} */
    static InstallPlan withoutMaterial() {
        return InstallPlan.of(InstallSpec.of(topology()));
    }

    /** {@return the installation with new authorities and a token for each cluster} */
    static InstallPlan withMaterial() {
        MeshTrust trust = MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("cluster-1")
                .cluster("cluster-2")
                .build();
        return InstallPlan.of(InstallSpec.builder()
                .topology(topology())
                .addAllAuthorities(trust.bundles())
                .addCredential(credential("cluster-1"))
                .addCredential(credential("cluster-2"))
                .build());
    }

    private static RemoteCredential credential(String cluster) {
        return RemoteCredential.token(
                cluster, "https://api." + cluster + ".example.com:6443", "", SecretBytes.ofText("a-token"));
    }

    /**
     * The installation as it runs: its gateways have the addresses of the topology, and the workloads of a sample are there, but none
     * of its rules.
     *
     * @param sample one of {@link SampleMesh#names()}
     * @return the mesh
     */
    static MeshSnapshot running(String sample) {
        MeshSnapshot workloads = MeshSnapshot.read(SampleMesh.folder(sample)).orThrow();
        MeshSnapshot installed = withMaterial().tree().snapshot();
        MeshSnapshotBuilder mesh = installed.toBuilder();
        for (ClusterTopology cluster : topology().spec().clusters()) {
            String name = cluster.name();
            installed
                    .resources(name, KubernetesService.class)
                    .forEach(service -> mesh.put(
                            name,
                            withAddress(
                                    service,
                                    cluster.eastWestGateway().orElseThrow().addresses())));
            workloads.manifests(name).stream()
                    .map(Manifest::resource)
                    .filter(SeedInstallation::isWorkload)
                    .forEach(resource -> mesh.add(name, resource));
        }
        return mesh.build();
    }

    private static boolean isWorkload(MeshResource resource) {
        ResourceKey key = resource.key();
        return !key.namespace().equals(SYSTEM) && !key.name().equals(SYSTEM) && !RULES.contains(key.group());
    }

    private static KubernetesService withAddress(KubernetesService service, List<String> addresses) {
        LoadBalancerStatus status = LoadBalancerStatus.builder()
                .ingress(addresses.stream()
                        .map(address ->
                                LoadBalancerIngress.builder().ip(address).build())
                        .toList())
                .build();
        return service.toBuilder()
                .status(ServiceStatus.builder().loadBalancer(status).build())
                .build();
    }
}
