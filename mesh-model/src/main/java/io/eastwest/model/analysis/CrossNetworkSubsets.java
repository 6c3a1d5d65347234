package io.eastwest.model.analysis;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.kubernetes.KubernetesService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Subsets of workloads in another network that another control plane serves: its east-west gateway knows the subset only if
 * a DestinationRule there defines it, too, and resets calls to it otherwise. Upstream has no such check. Mirrors istio 1.30.3
 * {@code pilot/pkg/networking/core/gateway.go:builtAutoPassthroughFilterChains}.
 */
final class CrossNetworkSubsets {
    private CrossNetworkSubsets() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        List<String> far = scope.clusters().stream()
                .filter(cluster -> scope.peer(cluster).isPresent())
                .filter(cluster -> !scope.network(cluster).equals(scope.network(scope.cluster())))
                .toList();
        if (far.isEmpty()) {
            return;
        }
        for (Found<DestinationRule> rule : scope.configuration(DestinationRule.class)) {
            String host = AnalysisHosts.fqdn(rule.resource().spec().host(), rule.namespace());
            Optional<ResourceKey> service = ClusterNames.service(host);
            for (String cluster : service.isPresent() ? far : List.<String>of()) {
                check(scope, rule, host, service.get(), cluster, findings);
            }
        }
    }

    private static void check(
            ControlPlaneScope scope,
            Found<DestinationRule> rule,
            String host,
            ResourceKey key,
            String cluster,
            Findings findings) {
        Optional<Found<KubernetesService>> service = scope.discoveredIn(cluster, KubernetesService.class, key);
        Optional<ControlPlaneScope> peer = scope.peer(cluster);
        if (service.isEmpty() || peer.isEmpty()) {
            return;
        }
        List<Subset> subsets = rule.resource().spec().subsets();
        for (int i = 0; i < subsets.size(); i++) {
            Subset subset = subsets.get(i);
            if (hasWorkload(scope, service.get(), subset) && !peer.get().definesSubset(host, subset.name())) {
                findings.warning(
                        IssueCode.SUBSET_MISSING_IN_CLUSTER,
                        rule,
                        AnalysisPaths.SPEC.field("subsets").index(i),
                        "cluster " + IssueText.quote(cluster) + " of another network has workloads of subset "
                                + IssueText.quote(subset.name()) + ", but no DestinationRule for host "
                                + IssueText.quote(host) + " there defines it, so its gateway resets calls",
                        "apply the DestinationRule there, too");
            }
        }
    }

    private static boolean hasWorkload(ControlPlaneScope scope, Found<KubernetesService> service, Subset subset) {
        Map<String, String> selector = service.resource().spec().selector();
        if (selector.isEmpty()) {
            return false;
        }
        Map<String, String> labels = new TreeMap<>(selector);
        labels.putAll(subset.labels());
        List<MeshPod> pods = new ArrayList<>(scope.pods().selected(service.namespace(), selector));
        return pods.stream()
                .filter(pod -> pod.cluster().equals(service.cluster()))
                .anyMatch(pod -> pod.canHaveLabels(labels));
    }
}
