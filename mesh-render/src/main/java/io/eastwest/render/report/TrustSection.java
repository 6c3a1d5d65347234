package io.eastwest.render.report;

import io.eastwest.render.diagram.MeshDiagrams;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.trust.ClusterAuthentication;
import io.eastwest.routing.trust.ClusterPair;
import java.util.ArrayList;
import java.util.List;

/** Which clusters authenticate each other: the cluster that calls down, the one that answers across. */
final class TrustSection {
    private TrustSection() {}

    static void write(HtmlText html, List<String> clusters, ClusterAuthentication trust) {
        if (clusters.size() < 2) {
            html.element("p", "The mesh has one cluster, which authenticates itself.")
                    .line();
            return;
        }
        List<String> heads = new ArrayList<>(List.of("Calling cluster"));
        clusters.forEach(cluster -> heads.add("to " + cluster));
        ReportTable.write(
                html,
                "Mutual TLS between clusters",
                true,
                heads,
                table -> clusters.forEach(client -> table.row(
                        client,
                        row -> clusters.forEach(server -> {
                            if (client.equals(server)) {
                                row.element("td", "itself", "class", "none");
                            } else {
                                cell(row, trust.pair(client, server));
                            }
                        }))));
        ReportTable.picture(html, verdicts(MeshDiagrams.trust(trust)));
    }

    /** The reasons are in the table. */
    private static Diagram verdicts(Diagram trust) {
        List<DiagramEdge> edges = trust.edges().stream()
                .map(edge -> new DiagramEdge(
                        edge.from(), edge.to(), edge.label().lines().findFirst().orElse(""), edge.line()))
                .toList();
        return new Diagram(trust.title(), trust.groups(), trust.nodes(), edges);
    }

    private static void cell(HtmlText row, ClusterPair pair) {
        String name = pair.client() + " to " + pair.server() + ": ";
        String reasons = String.join(". ", pair.reasons());
        switch (pair.verdict()) {
            case SUCCEEDS -> row.element("td", "\u2713 succeeds", "class", "same", "data-detail", name + "succeeds");
            case FAILS -> row.element("td", "\u2715 fails", "class", "lost", "data-detail", name + reasons);
            case UNKNOWN -> row.element("td", "? not known", "class", "part2", "data-detail", name + reasons);
        }
    }
}
