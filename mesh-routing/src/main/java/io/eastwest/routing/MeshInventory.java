package io.eastwest.routing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.Node;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshViews;
import io.eastwest.routing.view.NetworkGatewayAddress;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a mesh has that can break. Asks for what conditions name, and tells what there is when it is missing. */
final class MeshInventory {
    private static final int MOST_NAMED = 20;
    private static final String REGION = "topology.kubernetes.io/region";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private final MeshSnapshot snapshot;
    private final MeshViews views;
    private final MeshWorkloads workloads;

    MeshInventory(MeshSnapshot snapshot, MeshViews views, MeshWorkloads workloads) {
        this.snapshot = snapshot;
        this.views = views;
        this.workloads = workloads;
    }

    List<String> clusters() {
        return snapshot.clusters();
    }

    Collection<WorkloadInstance> workloads() {
        return workloads.all();
    }

    /** {@return the cluster whose control plane serves a cluster} */
    String controlPlaneOf(String cluster) {
        return snapshot.topology()
                .spec()
                .cluster(cluster)
                .map(ClusterTopology::controlPlaneOrDefault)
                .orElse(cluster);
    }

    /** {@return the network of each cluster; empty text: none} */
    Map<String, String> networksOfClusters() {
        Map<String, String> networks = new TreeMap<>();
        for (String cluster : clusters()) {
            networks.put(
                    cluster,
                    views.view(cluster).clusters().stream()
                            .filter(view -> view.name().equals(cluster))
                            .map(ClusterView::network)
                            .findFirst()
                            .orElse(""));
        }
        return networks;
    }

    /** {@return whether a locality is, or lies in, another one} */
    static boolean isWithin(String locality, String outer) {
        return (locality + "/").startsWith(outer + "/");
    }

    void requireCluster(String cluster) {
        require("cluster", cluster, clusters());
    }

    void requireControlPlane(String cluster) {
        SortedSet<String> planes = new TreeSet<>();
        clusters().forEach(each -> planes.add(controlPlaneOf(each)));
        require("control plane in cluster", cluster, planes);
    }

    void requirePod(String id) {
        if (workloads.named(id).isEmpty()) {
            String prefix = id.substring(0, id.lastIndexOf('/') + 1);
            List<String> near =
                    ids().stream().filter(each -> each.startsWith(prefix)).toList();
            require("pod", id, near.isEmpty() ? ids() : near);
        }
    }

    List<WorkloadInstance> requireWorkload(String cluster, String namespace, String workload) {
        List<WorkloadInstance> ofNamespace = workloads().stream()
                .filter(pod -> pod.cluster().equals(cluster) && pod.namespace().equals(namespace))
                .toList();
        List<WorkloadInstance> pods = ofNamespace.stream()
                .filter(pod -> WorkloadNames.names(workload, pod))
                .toList();
        if (pods.isEmpty()) {
            List<String> near = ofNamespace.stream().map(WorkloadNames::id).toList();
            require("workload", cluster + "/" + namespace + "/" + workload, near.isEmpty() ? ids() : near);
        }
        return pods;
    }

    void requireNode(String cluster, String node) {
        requireCluster(cluster);
        SortedSet<String> nodes = new TreeSet<>();
        workloads().stream()
                .filter(pod -> pod.cluster().equals(cluster) && !pod.node().isEmpty())
                .forEach(pod -> nodes.add(cluster + "/" + pod.node()));
        snapshot.resources(cluster, Node.class)
                .forEach(each -> nodes.add(cluster + "/" + each.metadata().name()));
        require("node", cluster + "/" + node, nodes);
    }

    void requireLocality(String locality) {
        SortedSet<String> localities = new TreeSet<>();
        workloads().forEach(pod -> localities.add(pod.locality()));
        for (String cluster : clusters()) {
            snapshot.resources(cluster, Node.class)
                    .forEach(node -> localities.add(localityOf(node.metadata().labels())));
        }
        localities.remove("");
        if (localities.stream().noneMatch(each -> isWithin(each, locality))) {
            require("locality", locality, localities);
        }
    }

    private static String localityOf(Map<String, String> labels) {
        return labels.getOrDefault(REGION, "") + "/" + labels.getOrDefault(ZONE, "") + "/";
    }

    void requireNetwork(String network) {
        SortedSet<String> networks = new TreeSet<>(networksOfClusters().values());
        workloads().forEach(pod -> networks.add(pod.network()));
        gateways().forEach(gateway -> networks.add(gateway.network()));
        networks.remove("");
        require("network", network, networks);
    }

    void requireGateways(String network) {
        SortedSet<String> networks = new TreeSet<>();
        gateways().forEach(gateway -> networks.add(gateway.network()));
        require("network with gateways", network, networks);
    }

    void requireGateway(String address) {
        SortedSet<String> addresses = new TreeSet<>();
        gateways().forEach(gateway -> addresses.add(gateway.address()));
        require("gateway of a network", address, addresses);
    }

    /** An endpoint of a service, or an address of a gateway that stands for endpoints of its network. */
    void requireEndpoint(String address) {
        boolean known = gateways().stream()
                        .anyMatch(gateway -> isAt(address, gateway.address(), gateway.port())
                                || isAt(address, gateway.address(), gateway.hbonePort()))
                || planes().stream()
                        .anyMatch(view -> view.services().stream()
                                .flatMap(service -> view.endpoints(service).stream())
                                .anyMatch(endpoint -> isAt(address, endpoint.address(), endpoint.port())));
        if (!known) {
            throw new IllegalArgumentException("no endpoint " + ConditionNames.quoted(address)
                    + " in the mesh; an endpoint is named by its address and the port of its workload");
        }
    }

    private static boolean isAt(String text, String address, int port) {
        return text.equals((address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port);
    }

    private List<NetworkGatewayAddress> gateways() {
        List<NetworkGatewayAddress> all = new ArrayList<>();
        planes().forEach(view -> all.addAll(view.networkGateways()));
        return all;
    }

    /** {@return what each control plane knows, in the order of the clusters} */
    private List<ControlPlaneView> planes() {
        List<ControlPlaneView> planes = new ArrayList<>();
        SortedSet<String> names = new TreeSet<>();
        for (String cluster : clusters()) {
            ControlPlaneView view = views.view(cluster);
            if (names.add(view.cluster())) {
                planes.add(view);
            }
        }
        return planes;
    }

    private List<String> ids() {
        return workloads().stream().map(WorkloadNames::id).toList();
    }

    private static void require(String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            List<String> first = known.stream().limit(MOST_NAMED).toList();
            String more = known.size() > first.size() ? " and " + (known.size() - first.size()) + " more" : "";
            throw new IllegalArgumentException("conditions name " + what + " \"" + name
                    + "\", which the mesh does not have; it has " + first + more);
        }
    }
}
