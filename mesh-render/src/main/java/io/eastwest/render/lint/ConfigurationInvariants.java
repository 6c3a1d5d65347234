package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.Subset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** V3 and V8 to V10: configuration that the clusters must agree on, as {@link MeshAnalysis} finds it. */
final class ConfigurationInvariants {
    private static final String CLUSTER = "topology.istio.io/cluster";
    private static final String FOLDER = "clusters/";
    private static final Map<IssueCode, MeshInvariant> FOUND = new EnumMap<>(IssueCode.class);

    static {
        FOUND.put(IssueCode.SOURCE_CLUSTER_UNKNOWN, MeshInvariant.CLUSTER_LABELS_KNOWN);
        FOUND.put(IssueCode.SUBSET_MISSING_IN_CLUSTER, MeshInvariant.SUBSETS_DEFINED_AT_DESTINATION);
        FOUND.put(IssueCode.HIDDEN_FROM_EAST_WEST_GATEWAY, MeshInvariant.EXPORTED_TO_GATEWAY);
        FOUND.put(IssueCode.HOST_NOT_RESOLVABLE, MeshInvariant.SERVICES_DEFINED_AT_CALLER);
    }

    private ConfigurationInvariants() {}

    static void check(MeshSnapshot mesh, InvariantReport report) {
        for (Issue issue : MeshAnalysis.check(mesh)) {
            MeshInvariant invariant = FOUND.get(issue.code());
            if (invariant != null) {
                report.add(
                        issue.severity(),
                        invariant,
                        clusters(mesh, issue),
                        issue.resource().map(ResourceKey::toString).orElse(""),
                        issue.message(),
                        issue.hint());
            }
        }
        for (String cluster : mesh.clusters()) {
            mesh.resources(cluster, DestinationRule.class).forEach(rule -> subsets(mesh, cluster, rule, report));
        }
    }

    /** The cluster of the file, else those that hold such a resource, and those that the message names. */
    private static Set<String> clusters(MeshSnapshot mesh, Issue issue) {
        Set<String> clusters = new TreeSet<>();
        Optional<String> file = issue.location().map(SourceLocation::file).filter(name -> name.startsWith(FOLDER));
        for (String cluster : mesh.clusters()) {
            boolean holds = file.map(name -> name.startsWith(FOLDER + cluster + "/"))
                    .orElseGet(() -> issue.resource()
                            .flatMap(key -> mesh.find(cluster, key))
                            .isPresent());
            if (holds || issue.message().contains(IssueText.quote(cluster))) {
                clusters.add(cluster);
            }
        }
        return clusters;
    }

    private static void subsets(MeshSnapshot mesh, String cluster, DestinationRule rule, InvariantReport report) {
        for (Subset subset : rule.spec().subsets()) {
            String named = subset.labels().getOrDefault(CLUSTER, "");
            if (!named.isEmpty() && !mesh.clusters().contains(named)) {
                report.error(
                        MeshInvariant.CLUSTER_LABELS_KNOWN,
                        List.of(cluster),
                        rule.key().toString(),
                        "subset " + IssueText.quote(subset.name()) + " selects cluster " + IssueText.quote(named)
                                + ", which is not among " + mesh.clusters() + ", and is empty",
                        "name one of them");
            }
        }
    }
}
