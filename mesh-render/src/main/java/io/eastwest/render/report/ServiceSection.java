package io.eastwest.render.report;

import io.eastwest.render.report.ServicePlaces.Count;
import java.util.List;
import java.util.Map;

/** Services and where they run. */
final class ServiceSection {
    private static final List<String> HEADS =
            List.of("Service", "Namespace", "Ports", "Runs in", "Known to callers of", "Written in");

    private ServiceSection() {}

    static void write(HtmlText html, List<ServicePlaces> services) {
        if (services.isEmpty()) {
            html.element("p", "The mesh has no services.").line();
            return;
        }
        ReportTable.write(
                html,
                "Services and where they run",
                false,
                HEADS,
                table -> services.forEach(service -> table.row(service.host(), row -> {
                    row.names("td", service.namespace());
                    row.names("td", service.ports());
                    row.element("td", cell -> places(cell, service.places()));
                    row.names("td", String.join(", ", service.knownIn()));
                    row.element("td", cell -> lines(cell, service.defined()));
                })));
    }

    private static void places(HtmlText cell, Map<String, Map<String, Count>> places) {
        if (places.isEmpty()) {
            cell.element("span", "nowhere", "class", "bad");
            return;
        }
        places.forEach((cluster, localities) -> localities.forEach((locality, count) -> {
            String place = (cluster.isEmpty() ? "outside" : cluster) + " " + locality;
            boolean ready = count.ready() == count.all();
            String text = place.strip() + ": " + count.ready() + " of " + count.all() + " ready";
            cell.element("div", text, "class", ready ? "place" : "place bad");
        }));
    }

    private static void lines(HtmlText cell, List<String> lines) {
        lines.forEach(line -> cell.names("div", line, "class", "code"));
    }
}
