package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.render.forecast.IstiodValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** V7 and V12: a remote cluster and the control plane that serves it. */
final class RemoteInvariants {
    private RemoteInvariants() {}

    static void check(MeshSnapshot mesh, InvariantReport report) {
        for (ClusterTopology cluster : mesh.topology().spec().clusters()) {
            String server = cluster.controlPlaneOrDefault();
            if (server.equals(cluster.name()) || !mesh.clusters().contains(server)) {
                continue;
            }
            List<IstiodValues> servers = Installed.primaries(mesh, server);
            Optional<IstiodValues> remote = Installed.remote(mesh, cluster.name());
            if (servers.isEmpty()) {
                continue;
            }
            remote.ifPresent(values -> follow(values, cluster.name(), server, servers, report));
            Optional<IstiodValues> serving = remote.flatMap(values -> same(values, servers));
            serving.or(() -> servers.size() == 1 ? Optional.of(servers.get(0)) : Optional.empty())
                    .ifPresent(values -> serve(values, cluster.name(), server, report));
        }
    }

    private static Optional<IstiodValues> same(IstiodValues remote, List<IstiodValues> servers) {
        return servers.stream()
                .filter(server -> server.revision().equals(remote.revision())
                        && server.namespace().equals(remote.namespace()))
                .findFirst();
    }

    private static void follow(
            IstiodValues remote, String cluster, String server, List<IstiodValues> servers, InvariantReport report) {
        if (same(remote, servers).isEmpty()) {
            List<String> there = new ArrayList<>();
            servers.forEach(values -> there.add(name(values)));
            report.error(
                    MeshInvariant.REMOTE_FOLLOWS_PRIMARY,
                    List.of(cluster, server),
                    "",
                    "control plane " + IssueText.quote(name(remote)) + " of " + cluster + " is none of " + there
                            + " in " + server + ", which looks for objects of its own name",
                    "give both one name, namespace and revision");
        }
    }

    private static String name(IstiodValues values) {
        return values.namespace() + "/" + (values.revision().isEmpty() ? "default" : values.revision());
    }

    private static void serve(IstiodValues values, String cluster, String server, InvariantReport report) {
        boolean external = "true".equals(values.env().get("EXTERNAL_ISTIOD")) || values.isExternal();
        if (!external) {
            report.error(
                    MeshInvariant.PRIMARY_SERVES_REMOTES,
                    List.of(server, cluster),
                    "",
                    "istiod of " + server + " serves " + cluster
                            + " without EXTERNAL_ISTIOD, so that it writes neither the root nor the webhook there",
                    "set pilot.env.EXTERNAL_ISTIOD to \"true\"");
        }
    }
}
