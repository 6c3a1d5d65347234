package io.eastwest.routing;

import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Works conditions out for a mesh. What they name and the mesh does not have is refused. */
final class DamageAssessment {
    private static final String ZTUNNEL = "ztunnel";

    private final MeshInventory mesh;
    private final Conditions conditions;
    private final SortedSet<String> down = new TreeSet<>();
    private final SortedSet<String> expired = new TreeSet<>();
    private final SortedSet<String> closedNetworks = new TreeSet<>();
    private final SortedSet<String> addresses = new TreeSet<>();
    private final SortedSet<String> gateways = new TreeSet<>();
    private final SortedSet<String> lostClusters = new TreeSet<>();
    private final Set<Condition.LinkCut> cuts = new LinkedHashSet<>();
    private final SortedMap<String, SortedMap<String, SortedSet<String>>> ejected = new TreeMap<>();
    private final SortedMap<String, Duration> ages = new TreeMap<>();
    private final SortedSet<String> lostControlPlanes = new TreeSet<>();

    private DamageAssessment(MeshInventory mesh, Conditions conditions) {
        this.mesh = mesh;
        this.conditions = conditions;
    }

    /**
     * {@return the damage}
     *
     * @throws IllegalArgumentException if the mesh does not have what a condition names; the text lists what it has
     */
    static Damage of(MeshInventory mesh, Conditions conditions) {
        DamageAssessment assessment = new DamageAssessment(mesh, conditions);
        conditions.all().forEach(assessment::add);
        assessment.addServedByZtunnels();
        return assessment.damage();
    }

    private Damage damage() {
        SortedMap<String, List<String>> notes = new TreeMap<>();
        for (String cluster : mesh.clusters()) {
            List<String> lines = notes(cluster);
            if (!lines.isEmpty()) {
                notes.put(cluster, List.copyOf(lines));
            }
        }
        return new Damage(
                conditions,
                Collections.unmodifiableSortedSet(down),
                Collections.unmodifiableSortedSet(expired),
                Collections.unmodifiableSortedSet(closedNetworks),
                Collections.unmodifiableSortedSet(addresses),
                Collections.unmodifiableSortedSet(gateways),
                Collections.unmodifiableSortedSet(lostClusters),
                Collections.unmodifiableSet(cuts),
                Collections.unmodifiableSortedMap(ejected),
                Collections.unmodifiableSortedMap(ages),
                Collections.unmodifiableSortedMap(notes));
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.EndpointDown endpoint) {
            addresses.add(endpoint.address());
        } else if (condition instanceof Condition.PodDown pod) {
            mesh.requirePod(pod.pod());
            down.add(pod.pod());
        } else if (condition instanceof Condition.WorkloadDown workload) {
            addPods(down, mesh.requireWorkload(workload.cluster(), workload.namespace(), workload.workload()));
        } else if (condition instanceof Condition.NodeDown node) {
            mesh.requireNode(node.cluster(), node.node());
            addPods(pod -> pod.cluster().equals(node.cluster()) && pod.node().equals(node.node()));
        } else if (condition instanceof Condition.LocalityDown locality) {
            mesh.requireLocality(locality.locality());
            addPods(pod -> MeshInventory.isWithin(pod.locality(), locality.locality()));
        } else if (condition instanceof Condition.ClusterDown cluster) {
            mesh.requireCluster(cluster.cluster());
            lostClusters.add(cluster.cluster());
            addPods(pod -> pod.cluster().equals(cluster.cluster()));
        } else {
            addOfNetwork(condition);
        }
    }

    private void addOfNetwork(Condition condition) {
        if (condition instanceof Condition.NetworkDown network) {
            mesh.requireNetwork(network.network());
            closedNetworks.add(network.network());
            addPods(pod -> pod.network().equals(network.network()));
        } else if (condition instanceof Condition.GatewaysDown network) {
            mesh.requireGateways(network.network());
            closedNetworks.add(network.network());
        } else if (condition instanceof Condition.GatewayDown gateway) {
            mesh.requireGateway(gateway.address());
            gateways.add(gateway.address());
        } else if (condition instanceof Condition.LinkCut cut) {
            mesh.requireNetwork(cut.one());
            mesh.requireNetwork(cut.other());
            cuts.add(cut);
        } else {
            addOfControlPlane(condition);
        }
    }

    private void addOfControlPlane(Condition condition) {
        if (condition instanceof Condition.ControlPlaneDown plane) {
            mesh.requireControlPlane(plane.cluster());
            lostControlPlanes.add(plane.cluster());
        } else if (condition instanceof Condition.AuthorityExpired authority) {
            mesh.requireControlPlane(authority.cluster());
            mesh.workloads().stream()
                    .filter(pod -> mesh.controlPlaneOf(pod.cluster()).equals(authority.cluster()))
                    .forEach(pod -> expired.add(WorkloadNames.id(pod)));
        } else if (condition instanceof Condition.CertificateExpired certificate) {
            addPods(
                    expired,
                    mesh.requireWorkload(certificate.cluster(), certificate.namespace(), certificate.workload()));
        } else if (condition instanceof Condition.HostEjected host) {
            mesh.requirePod(host.proxy());
            ejected.computeIfAbsent(host.proxy(), key -> new TreeMap<>())
                    .computeIfAbsent(host.cluster(), key -> new TreeSet<>())
                    .add(host.address());
        } else if (condition instanceof Condition.EndpointJoined endpoint) {
            mesh.requireEndpoint(endpoint.address());
            Duration other = ages.putIfAbsent(endpoint.address(), endpoint.age());
            if (other != null && !other.equals(endpoint.age())) {
                throw new IllegalArgumentException(endpoint + ", but another condition says "
                        + new Condition.EndpointJoined(endpoint.address(), other));
            }
        } else {
            throw new IllegalStateException(condition.notation());
        }
    }

    private void addPods(Predicate<WorkloadInstance> which) {
        addPods(down, mesh.workloads().stream().filter(which).toList());
    }

    private static void addPods(SortedSet<String> ids, List<WorkloadInstance> pods) {
        pods.forEach(pod -> ids.add(WorkloadNames.id(pod)));
    }

    /** A ztunnel takes the captured pods of its node with it: all their traffic goes through it. */
    private void addServedByZtunnels() {
        SortedSet<String> nodes = new TreeSet<>();
        for (WorkloadInstance pod : mesh.workloads()) {
            if (ZTUNNEL.equals(pod.labels().get("app"))
                    && !pod.node().isEmpty()
                    && down.contains(WorkloadNames.id(pod))) {
                nodes.add(pod.cluster() + "/" + pod.node());
            }
        }
        if (!nodes.isEmpty()) {
            addPods(pod -> pod.tunnel() == TunnelProtocol.HBONE && nodes.contains(pod.cluster() + "/" + pod.node()));
        }
    }

    private List<String> notes(String cluster) {
        String plane = mesh.controlPlaneOf(cluster);
        List<String> causes = new ArrayList<>();
        if (lostControlPlanes.contains(plane)) {
            causes.add("the control plane of " + plane + " is down");
        }
        if (lostClusters.contains(plane)) {
            causes.add("cluster " + plane + " is down, which runs the control plane");
        }
        if (!plane.equals(cluster)) {
            addLinksTo(plane, cluster, causes);
        }
        return causes.isEmpty()
                ? List.of()
                : List.of("cluster " + cluster + " has no control plane: " + String.join(", ", causes)
                        + "; running proxies keep their last configuration and certificates, but new pods are not injected,"
                        + " no change of configuration or endpoints arrives, and certificates are not renewed:"
                        + " the first end after about 12 hours, the last after 24");
    }

    /** A remote cluster reaches its control plane over the networks, and into another network by its gateways. */
    private void addLinksTo(String plane, String cluster, List<String> causes) {
        Map<String, String> networks = mesh.networksOfClusters();
        String from = networks.getOrDefault(cluster, "");
        String to = networks.getOrDefault(plane, "");
        boolean cut = cuts.stream().anyMatch(each -> each.joins(from, to));
        if (cut) {
            causes.add("it does not reach network " + to + " of the control plane of " + plane);
        }
        if (!from.equals(to) && closedNetworks.contains(to)) {
            causes.add("the gateways of network " + to + " lead to the control plane of " + plane + " and are down");
        }
    }
}
