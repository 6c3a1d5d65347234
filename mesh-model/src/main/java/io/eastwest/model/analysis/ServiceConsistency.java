package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceSpec;
import io.eastwest.model.kubernetes.ServiceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Services of one name in several clusters: are they alike? Each is compared with that of the first cluster in the order of
 * the topology, where upstream takes any. Node ports that a cluster assigns count, as upstream. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/multicluster/service.go}.
 */
final class ServiceConsistency {
    private static final Comparator<ServicePort> BY_NAME =
            Comparator.comparing(port -> port.name().orElse(""));

    private ServiceConsistency() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        Map<String, List<Found<KubernetesService>>> byName = new TreeMap<>();
        for (Found<KubernetesService> service : scope.reported(KubernetesService.class)) {
            byName.computeIfAbsent(service.namespace() + "/" + service.name(), any -> new ArrayList<>())
                    .add(service);
        }
        List<String> order = scope.topologyOrder();
        for (List<Found<KubernetesService>> same : byName.values()) {
            if (same.size() > 1) {
                same.sort(Comparator.comparingInt(service -> order.indexOf(service.cluster())));
                compare(same, findings);
            }
        }
    }

    private static void compare(List<Found<KubernetesService>> same, Findings findings) {
        Found<KubernetesService> first = same.get(0);
        Map<DocumentPath, String> texts = new LinkedHashMap<>();
        Map<DocumentPath, List<String>> clusters = new LinkedHashMap<>();
        for (Found<KubernetesService> service : same.subList(1, same.size())) {
            differences(first.resource().spec(), service.resource().spec()).forEach((path, text) -> {
                texts.put(path, text);
                clusters.computeIfAbsent(path, any -> new ArrayList<>()).add(service.cluster());
            });
        }
        clusters.forEach((path, others) -> findings.warning(
                IssueCode.SERVICE_DIFFERS_BETWEEN_CLUSTERS,
                first,
                path,
                texts.getOrDefault(path, "") + " in cluster " + Texts.list(others) + ", unlike in cluster "
                        + IssueText.quote(first.cluster()),
                "make the Service the same in all clusters"));
    }

    private static Map<DocumentPath, String> differences(ServiceSpec first, ServiceSpec other) {
        Map<DocumentPath, String> differences = new LinkedHashMap<>();
        if (first.isHeadless() != other.isHeadless()) {
            differences.put(
                    AnalysisPaths.SPEC.field("clusterIP"), first.isHeadless() ? "is not headless" : "is headless");
        }
        if (type(first) != type(other)) {
            differences.put(AnalysisPaths.SPEC.field("type"), "has another type");
        }
        if (!sorted(first).equals(sorted(other))) {
            differences.put(AnalysisPaths.SPEC.field("ports"), "has other ports");
        }
        return differences;
    }

    private static ServiceType type(ServiceSpec spec) {
        return spec.type().orElse(ServiceType.ClusterIP);
    }

    private static List<ServicePort> sorted(ServiceSpec spec) {
        return spec.ports().stream().sorted(BY_NAME).toList();
    }
}
