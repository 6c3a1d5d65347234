package io.eastwest.render.report;

import io.eastwest.render.diagram.MeshDiagrams;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.TreeSet;

/** Clusters and networks. */
final class ClusterSection {
    private static final List<String> HEADS = List.of(
            "Cluster",
            "Network",
            "Control plane",
            "It reads",
            "Gateways of the network",
            "Localities",
            "Workloads",
            "Trust domain",
            "Manifests");

    private final MeshRouter router;

    ClusterSection(MeshRouter router) {
        this.router = router;
    }

    void write(HtmlText html) {
        List<String> clusters = router.snapshot().clusters();
        ReportTable.write(
                html, "Clusters of the mesh", false, HEADS, table -> clusters.forEach(name -> row(table, name)));
        ReportTable.picture(html, MeshDiagrams.topology(router));
        html.open("details").element("summary", "The same as a diagram, in the language of Mermaid");
        html.element("pre", MeshDiagrams.topology(router).toMermaid(), "tabindex", "0");
        html.own("</details>\n");
    }

    private void row(ReportTable table, String cluster) {
        ControlPlaneView view = router.view(cluster);
        String network = view.clusters().stream()
                .filter(each -> each.name().equals(cluster))
                .map(ClusterView::network)
                .findFirst()
                .orElse("");
        TreeSet<String> gateways = new TreeSet<>();
        view.networkGateways().stream()
                .filter(gateway -> gateway.network().equals(network))
                .forEach(gateway -> gateways.add(gateway.address()));
        TreeSet<String> localities = new TreeSet<>();
        List<WorkloadInstance> workloads = view.workloads().stream()
                .filter(each -> each.cluster().equals(cluster))
                .toList();
        workloads.forEach(each -> localities.add(ServicePlaces.trimmed(each.locality())));
        localities.remove("");
        table.row(cluster, row -> {
            row.names("td", network.isEmpty() ? "no name" : network);
            row.names("td", view.cluster());
            row.names("td", join(view.clusters().stream().map(ClusterView::name).toList()));
            row.names("td", join(List.copyOf(gateways)));
            row.names("td", join(List.copyOf(localities)));
            row.element("td", Integer.toString(workloads.size()), "class", "number");
            row.names("td", view.trustDomain(cluster));
            row.element(
                    "td", Integer.toString(router.snapshot().manifests(cluster).size()), "class", "number");
        });
    }

    private static String join(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
