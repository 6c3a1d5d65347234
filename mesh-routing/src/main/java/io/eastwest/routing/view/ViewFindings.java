package io.eastwest.routing.view;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Pod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a control plane would pass over or decide by chance. */
final class ViewFindings {
    private static final String CLUSTER_ID = "ISTIO_META_CLUSTER_ID";
    private static final DocumentPath LABELS =
            DocumentPath.root().field("metadata").field("labels");
    private static final DocumentPath SELECTOR =
            DocumentPath.root().field("spec").field("workloadSelector");

    private ViewFindings() {}

    static List<Issue> of(
            List<ClusterState> clusters, MeshWorkloads workloads, List<Configured<ServiceEntry>> entries) {
        List<Issue> issues = new ArrayList<>();
        for (ClusterState cluster : clusters) {
            cluster.services().values().stream()
                    .flatMap(services -> services.values().stream())
                    .filter(NetworkGateways::isGatewayWithoutPort)
                    .forEach(service -> issues.add(gatewayWithoutPort(service)));
            cluster.pods().values().stream()
                    .flatMap(pods -> pods.all().stream())
                    .forEach(pod -> claimed(pod)
                            .filter(claim -> !claim.equals(cluster.name()))
                            .ifPresent(claim -> issues.add(misplaced(pod, claim, cluster.name()))));
        }
        for (Configured<ServiceEntry> entry : entries) {
            collisions(entry, workloads).forEach(name -> issues.add(collision(entry, name)));
        }
        issues.sort(null);
        return issues;
    }

    /** {@return the cluster that the proxy in a pod says it runs in} */
    private static Optional<String> claimed(Pod pod) {
        return PodState.containers(pod).stream()
                .flatMap(container -> container.env().stream())
                .filter(variable -> variable.name().equals(CLUSTER_ID))
                .flatMap(variable -> variable.value().stream())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Issue misplaced(Pod pod, String claim, String cluster) {
        return Issue.warning(
                        IssueCode.TOPOLOGY_CONFLICT,
                        DocumentPath.root().field("spec"),
                        "its proxy says that it runs in cluster \"" + claim + "\" (" + CLUSTER_ID
                                + "), but it runs in cluster \"" + cluster + "\"",
                        "give cluster, topology and remote secret one name; answers use that of the topology")
                .about(pod.key());
    }

    private static Issue gatewayWithoutPort(KubernetesService service) {
        return Issue.warning(
                        IssueCode.NETWORK_GATEWAY_WITHOUT_PORT,
                        LABELS.field(AugmentedLabels.NETWORK),
                        "gateway of network \""
                                + service.metadata().labels().get(AugmentedLabels.NETWORK)
                                + "\" has neither its mTLS port nor 15008",
                        "add port 15443 or name the port by label networking.istio.io/gatewayPort")
                .about(service.key());
    }

    private static Set<String> collisions(Configured<ServiceEntry> entry, MeshWorkloads workloads) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        entry.resource()
                .spec()
                .workloadSelector()
                .ifPresent(selector -> workloads.matching(entry.namespace(), selector.labels()).stream()
                        .filter(workload -> !seen.add((workload.isPod() ? "pod " : "WorkloadEntry ") + workload.name()))
                        .forEach(workload -> twice.add(workload.name())));
        return twice;
    }

    private static Issue collision(Configured<ServiceEntry> entry, String name) {
        return Issue.warning(
                        IssueCode.SELECTED_WORKLOADS_COLLIDE,
                        SELECTOR,
                        "selects \"" + name + "\" in several clusters, of which istiod keeps one by chance",
                        "select by a label that only one of them has")
                .about(entry.resource().key());
    }
}
