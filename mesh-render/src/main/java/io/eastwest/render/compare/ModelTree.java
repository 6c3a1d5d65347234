package io.eastwest.render.compare;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LoadBalancerIngress;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.InstallForecast;
import io.eastwest.render.forecast.IstiodValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The control planes of an installation, as its files say: where each runs, whom it serves and reads, and how it is reached. */
final class ModelTree {
    private static final String CLUSTER_ANNOTATION = "networking.istio.io/cluster";
    private static final String CONFIG_SECRET = "istio-kubeconfig";

    private final MeshSnapshot mesh;
    private final Map<String, List<IstiodValues>> installed = new LinkedHashMap<>();
    private final List<ControlPlaneSite> sites = new ArrayList<>();

    /** An istiod: the cluster in which it runs, the one whose objects configure it, and its namespace. */
    record ControlPlaneSite(String host, String cluster, String namespace) {}

    ModelTree(MeshSnapshot running) {
        this.mesh = running;
        for (ClusterTopology cluster : running.topology().spec().clusters()) {
            installed.put(cluster.name(), istiods(cluster));
        }
        installed.forEach((host, istiods) -> istiods.stream()
                .filter(values -> !values.isRemote() && installed.containsKey(values.clusterName()))
                .forEach(values -> sites.add(new ControlPlaneSite(host, values.clusterName(), values.namespace()))));
    }

    private List<IstiodValues> istiods(ClusterTopology cluster) {
        List<MeshResource> resources =
                mesh.manifests(cluster.name()).stream().map(Manifest::resource).toList();
        return InstallForecast.ofSail(cluster.platform().orElse(ClusterPlatform.kubernetes), resources)
                .releases()
                .stream()
                .filter(release -> release.chart() == HelmChart.istiod)
                .map(IstiodValues::of)
                .toList();
    }

    /** {@return the istiods that serve the mesh} */
    List<ControlPlaneSite> sites() {
        return sites;
    }

    /** {@return clusters that run workloads, in the order of the mesh} */
    List<String> members() {
        return mesh.topology().spec().clusters().stream()
                .filter(cluster -> !ModelTopology.isHost(cluster))
                .map(ClusterTopology::name)
                .toList();
    }

    /** {@return the istiod that serves the proxies of a cluster: its own, or the one at whose address it asks} */
    Optional<ControlPlaneSite> siteOf(String cluster) {
        Optional<String> address = address(cluster);
        if (address.isEmpty()) {
            return sites.stream().filter(site -> site.cluster().equals(cluster)).findFirst();
        }
        return sites.stream()
                .filter(site -> addresses(site.host()).contains(address.get()))
                .findFirst();
    }

    /** {@return the address at which a cluster reaches an istiod that is elsewhere; empty: it runs one} */
    Optional<String> address(String cluster) {
        return installed.getOrDefault(cluster, List.of()).stream()
                .filter(IstiodValues::isRemote)
                .map(IstiodValues::remotePilotAddress)
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    private List<String> addresses(String cluster) {
        List<String> addresses = new ArrayList<>();
        for (KubernetesService service : mesh.resources(cluster, KubernetesService.class)) {
            boolean ofControlPlane =
                    service.spec().ports().stream().anyMatch(port -> port.port() == TreeCounts.XDS_PORT);
            for (LoadBalancerIngress ingress : service.loadBalancerIngress()) {
                if (ofControlPlane) {
                    ingress.ip().or(ingress::hostname).ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }

    /** {@return the other clusters whose API server an istiod reads, by its Secrets; sorted} */
    List<String> readBy(ControlPlaneSite site) {
        TreeSet<String> read = new TreeSet<>();
        for (Secret secret : mesh.resources(site.host(), Secret.class)) {
            if (isRemoteSecret(secret) && secret.metadata().namespaceOrDefault().equals(site.namespace())) {
                read.add(secret.metadata().annotations().getOrDefault(CLUSTER_ANNOTATION, ""));
            }
        }
        return new ArrayList<>(read);
    }

    static boolean isRemoteSecret(Secret secret) {
        return "true".equals(secret.metadata().labels().get("istio/multiCluster"))
                || secret.metadata().name().equals(CONFIG_SECRET);
    }

    String network(String cluster) {
        return mesh.topology()
                .spec()
                .cluster(cluster)
                .map(ClusterTopology::networkOrDefault)
                .orElse("");
    }
}
