package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one control plane reads: its own configuration, and the objects of all clusters that it discovers. Indexes are made
 * when they are first asked for. Used by one thread.
 */
final class ControlPlaneScope {
    /** Namespaces whose objects nobody reports about. Mirrors istio 1.30.3 {@code pkg/kube/inject/initializer.go}. */
    private static final List<String> IGNORED =
            List.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");

    private final MeshTopologySpec topology;
    private final ClusterObjects own;
    private final List<ClusterObjects> visible;
    private final Map<String, ControlPlaneScope> all;
    private final Map<String, Object> indexes = new LinkedHashMap<>();

    private ControlPlaneScope(
            MeshTopologySpec topology,
            ClusterObjects own,
            List<ClusterObjects> visible,
            Map<String, ControlPlaneScope> all) {
        this.topology = topology;
        this.own = own;
        this.visible = visible;
        this.all = all;
    }

    /** {@return the control planes of a mesh, in the order of their clusters in the topology} */
    static List<ControlPlaneScope> all(MeshSnapshot mesh) {
        MeshTopologySpec topology = mesh.topology().spec();
        Map<String, ClusterObjects> clusters = new LinkedHashMap<>();
        mesh.clusters().forEach(name -> clusters.put(name, ClusterObjects.of(mesh, name)));
        Set<String> primaries = new LinkedHashSet<>();
        topology.clusters().stream().map(ClusterTopology::controlPlaneOrDefault).forEach(primaries::add);
        Map<String, ControlPlaneScope> scopes = new LinkedHashMap<>();
        for (String primary : primaries) {
            ClusterObjects own = clusters.get(primary);
            if (own != null) {
                List<ClusterObjects> visible = new ArrayList<>();
                for (String name : DiscoveredClusters.of(mesh, primary)) {
                    visible.add(clusters.getOrDefault(name, own));
                }
                scopes.put(primary, new ControlPlaneScope(topology, own, visible, scopes));
            }
        }
        return new ArrayList<>(scopes.values());
    }

    /** {@return the cluster whose configuration the control plane reads} */
    String cluster() {
        return own.name();
    }

    /** {@return names of all clusters that it reads, its own first} */
    List<String> clusters() {
        return visible.stream().map(ClusterObjects::name).toList();
    }

    /** {@return names of the clusters that it reads and whose proxies it serves, its own first} */
    List<String> servedClusters() {
        return clusters().stream()
                .filter(name -> topology.cluster(name)
                        .filter(cluster -> cluster.controlPlaneOrDefault().equals(own.name()))
                        .isPresent())
                .toList();
    }

    /** {@return the control plane that serves a cluster, unless it is this one} */
    Optional<ControlPlaneScope> peer(String cluster) {
        return topology.cluster(cluster)
                .map(ClusterTopology::controlPlaneOrDefault)
                .filter(name -> !name.equals(own.name()))
                .map(all::get);
    }

    /** {@return network of a cluster; empty text: the one flat network} */
    String network(String cluster) {
        return AddedLabels.network(this, cluster);
    }

    /** {@return whether a DestinationRule of its configuration defines a subset of a host, given by its full name} */
    boolean definesSubset(String host, String subset) {
        return index("subsets", DestinationSubsets.class, () -> DestinationSubsets.of(this))
                .defines(host, subset);
    }

    /** {@return names of all clusters of the mesh, in the order of the topology} */
    List<String> topologyOrder() {
        return topology.clusters().stream().map(ClusterTopology::name).toList();
    }

    MeshTopologySpec topology() {
        return topology;
    }

    /** {@return the objects of a kind in its own cluster, in document order} */
    <T extends MeshResource> List<Found<T>> configuration(Class<T> type) {
        return own.all(type);
    }

    /** {@return an object of its own cluster} */
    <T extends MeshResource> Optional<Found<T>> configuration(Class<T> type, ResourceKey key) {
        return own.find(type, key);
    }

    /** {@return the objects of a kind in all clusters that it reads, those of its own first} */
    <T extends MeshResource> List<Found<T>> discovered(Class<T> type) {
        List<Found<T>> found = new ArrayList<>();
        visible.forEach(cluster -> found.addAll(cluster.all(type)));
        return found;
    }

    /** {@return as {@link #discovered}, without what belongs to Kubernetes itself} */
    <T extends MeshResource> List<Found<T>> reported(Class<T> type) {
        return discovered(type).stream().filter(found -> !isIgnored(found)).toList();
    }

    /** {@return the first of the clusters' objects with that key, its own first} */
    <T extends MeshResource> Optional<Found<T>> discovered(Class<T> type, ResourceKey key) {
        return visible.stream()
                .flatMap(cluster -> cluster.find(type, key).stream())
                .findFirst();
    }

    /** {@return an object of one of the clusters that it reads} */
    <T extends MeshResource> Optional<Found<T>> discoveredIn(String cluster, Class<T> type, ResourceKey key) {
        return visible.stream()
                .filter(candidate -> candidate.name().equals(cluster))
                .flatMap(candidate -> candidate.find(type, key).stream())
                .findFirst();
    }

    /** {@return the namespace of an object, in its own cluster, if the mesh holds it} */
    Optional<Found<Namespace>> namespaceOf(String cluster, String name) {
        return discoveredIn(cluster, Namespace.class, ResourceKey.of("", "Namespace", "", name));
    }

    ControlPlaneSettings settings() {
        return index("settings", ControlPlaneSettings.class, () -> ControlPlaneSettings.of(this));
    }

    /** {@return services and service entries by host} */
    HostTable hosts() {
        return index("hosts", HostTable.class, () -> HostTable.of(this));
    }

    /** {@return pods of all clusters that it reads} */
    Pods pods() {
        return index("pods", Pods.class, () -> Pods.of(this));
    }

    static boolean isIgnored(Found<?> found) {
        return IGNORED.contains(found.resource() instanceof Namespace ? found.name() : found.namespace());
    }

    private <T> T index(String name, Class<T> type, Supplier<T> make) {
        @Nullable Object known = indexes.get(name);
        if (known == null) {
            known = make.get();
            indexes.put(name, known);
        }
        return type.cast(known);
    }
}
