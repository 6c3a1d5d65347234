package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import java.util.List;
import java.util.Map;

/**
 * Rules for callers of a cluster by label {@code topology.istio.io/cluster}: is there such a cluster? Upstream has no such
 * check. One that another control plane serves is no mistake: primaries mostly hold the same rules.
 */
final class SourceClusters {
    private SourceClusters() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        List<String> known = scope.topologyOrder();
        for (Found<VirtualService> service : scope.configuration(VirtualService.class)) {
            VirtualServiceSpec spec = service.resource().spec();
            for (int i = 0; i < spec.http().size(); i++) {
                for (int j = 0; j < spec.http().get(i).match().size(); j++) {
                    check(
                            service,
                            spec.http().get(i).match().get(j).sourceLabels(),
                            path("http", i, j),
                            known,
                            findings);
                }
            }
            for (int i = 0; i < spec.tls().size(); i++) {
                for (int j = 0; j < spec.tls().get(i).match().size(); j++) {
                    check(service, spec.tls().get(i).match().get(j).sourceLabels(), path("tls", i, j), known, findings);
                }
            }
            for (int i = 0; i < spec.tcp().size(); i++) {
                for (int j = 0; j < spec.tcp().get(i).match().size(); j++) {
                    check(service, spec.tcp().get(i).match().get(j).sourceLabels(), path("tcp", i, j), known, findings);
                }
            }
        }
    }

    private static DocumentPath path(String protocol, int rule, int match) {
        return AnalysisPaths.SPEC
                .field(protocol)
                .index(rule)
                .field("match")
                .index(match)
                .field("sourceLabels")
                .field(AddedLabels.CLUSTER);
    }

    private static void check(
            Found<VirtualService> service,
            Map<String, String> labels,
            DocumentPath path,
            List<String> known,
            Findings findings) {
        String cluster = labels.getOrDefault(AddedLabels.CLUSTER, "");
        if (!cluster.isEmpty() && !known.contains(cluster)) {
            findings.warning(
                    IssueCode.SOURCE_CLUSTER_UNKNOWN,
                    service,
                    path,
                    "cluster " + IssueText.quote(cluster) + " is not among " + Texts.list(known)
                            + ", so no caller has this label",
                    "name one of them");
        }
    }
}
