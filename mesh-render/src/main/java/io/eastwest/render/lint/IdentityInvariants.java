package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.InstallRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** V1: who a cluster is. */
final class IdentityInvariants {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private IdentityInvariants() {}

    static void check(MeshSnapshot mesh, InvariantReport report) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (ClusterTopology topology : mesh.topology().spec().clusters()) {
            String cluster = topology.name();
            if (!LABEL.matcher(cluster).matches()) {
                report.error(
                        MeshInvariant.CLUSTER_NAMES_UNIQUE,
                        List.of(cluster),
                        "",
                        IssueText.quote(cluster) + " is no DNS label, so that its remote secret is refused",
                        "use lower case letters, digits and \"-\", 63 at most");
            }
            if (isMember(topology)) {
                byName.computeIfAbsent(Installed.reported(mesh, cluster), name -> new ArrayList<>())
                        .add(cluster);
            }
        }
        byName.forEach((name, clusters) -> {
            if (clusters.size() > 1) {
                report.error(
                        MeshInvariant.CLUSTER_NAMES_UNIQUE,
                        clusters,
                        "",
                        "all call themselves " + IssueText.quote(name) + ", so that one hides the others",
                        "give each a clusterName of its own");
            }
        });
    }

    private static boolean isMember(ClusterTopology cluster) {
        return cluster.install()
                .flatMap(ClusterInstall::role)
                .filter(InstallRole.host::equals)
                .isEmpty();
    }
}
