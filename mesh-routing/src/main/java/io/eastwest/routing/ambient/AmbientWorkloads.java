package io.eastwest.routing.ambient;

import io.eastwest.routing.security.L4Policies;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods and WorkloadEntries. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/workloads.go:podWorkloadBuilder, workloadEntryWorkloadBuilder}.
 */
final class AmbientWorkloads {
    private final Map<String, AmbientWorkload> byId = new LinkedHashMap<>();
    private final Map<NetworkAddress, AmbientWorkload> byAddress = new LinkedHashMap<>();
    private final Map<String, Waypoints> waypoints;
    private final L4Policies policies;
    private final String trustDomain;

    AmbientWorkloads(
            List<WorkloadInstance> instances,
            List<ClusterView> clusters,
            Map<String, Waypoints> waypoints,
            L4Policies policies,
            String trustDomain) {
        this.waypoints = waypoints;
        this.policies = policies;
        this.trustDomain = trustDomain;
        for (ClusterView cluster : clusters) {
            instances.stream()
                    .filter(instance -> instance.cluster().equals(cluster.name()))
                    .forEach(instance -> add(instance, cluster));
        }
    }

    private void add(WorkloadInstance instance, ClusterView cluster) {
        Waypoints known = waypoints.get(cluster.name());
        Waypoints.Choice choice = known == null || known.isInstance(instance)
                ? Waypoints.Choice.NOTHING
                : known.ofWorkload(instance.labels(), instance.namespace());
        AmbientWorkload workload = AmbientWorkload.builder()
                .id(cluster.name() + "/" + instance.namespace() + "/" + instance.name())
                .cluster(cluster.name())
                .namespace(instance.namespace())
                .putAllLabels(instance.labels())
                .addAllAddresses(instance.addresses())
                .network(instance.pod() || instance.network().isEmpty() ? cluster.network() : instance.network())
                .locality(instance.locality())
                .node(instance.node())
                .principal(Identities.principal(trustDomain, instance))
                .tunnel(instance.tunnel())
                .waypoint(choice.waypoint())
                .waypointProblem(choice.problem())
                .addAllPolicies(policies.policies(instance.namespace(), instance.labels()))
                .addAllFindings(policies.findings(instance.namespace(), instance.labels()))
                .build();
        byId.put(workload.id(), workload);
        if (!instance.hostNetwork()) {
            workload.addresses()
                    .forEach(address ->
                            byAddress.putIfAbsent(new NetworkAddress(workload.network(), address), workload));
        }
    }

    Optional<AmbientWorkload> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return the workload that an address of a network names; those that share the address of their node have none} */
    Optional<AmbientWorkload> byAddress(NetworkAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    Collection<AmbientWorkload> all() {
        return byId.values();
    }
}
