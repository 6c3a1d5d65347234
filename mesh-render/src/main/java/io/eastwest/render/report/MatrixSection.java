package io.eastwest.render.report;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixCell;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.UncalledService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What each failure does to each call, as a heat map whose cells also say it in words. */
final class MatrixSection {
    private static final int LEVELS = 5;

    private MatrixSection() {}

    /** Names the services of the mesh that are in none of the tables of calls. */
    static void writeUncalled(HtmlText html, List<UncalledService> services) {
        if (!services.isEmpty()) {
            html.element("p", "Not among the calls:").open("ul");
            services.forEach(service -> html.element("li", service.toString()).line());
            html.own("</ul>\n");
        }
    }

    static void write(HtmlText html, FailureMatrix matrix, int mostCells) {
        List<MeshFailure> failures = matrix.failures();
        if (matrix.rows().isEmpty() || failures.isEmpty()) {
            html.element("p", "There is nothing to show: no calls, or nothing that may break.")
                    .line();
            return;
        }
        List<MatrixRow> rows = shown(matrix, mostCells / failures.size());
        if (rows.size() < matrix.rows().size()) {
            String text = "Only " + rows.size() + " of " + matrix.rows().size()
                    + " rows are shown, those first that lose calls. Choose fewer calls or failures to see all.";
            html.element("p", text, "class", "bad").line();
        }
        legend(html);
        List<String> heads = new ArrayList<>(List.of("Call"));
        failures.forEach(failure -> heads.add(failure.name()));
        String caption = "What each failure does, one column for each failure";
        ReportTable.write(
                html,
                caption,
                true,
                heads,
                table -> rows.forEach(each -> {
                    String name = each.target() + " from " + each.callerText();
                    table.row(name, row -> {
                        for (int i = 0; i < failures.size(); i++) {
                            cell(row, name, failures.get(i), each, each.cells().get(i));
                        }
                    });
                }));
    }

    private static List<MatrixRow> shown(FailureMatrix matrix, int most) {
        if (matrix.rows().size() <= most) {
            return matrix.rows();
        }
        Set<MatrixRow> rows = new LinkedHashSet<>(matrix.fragile());
        rows.addAll(matrix.rows());
        return rows.stream().limit(Math.max(1, most)).toList();
    }

    private static void legend(HtmlText html) {
        html.element(
                "p",
                legend -> {
                    legend.element("span", "= as before", "class", "same");
                    legend.element("span", "\u2192 answered elsewhere", "class", "moved");
                    legend.element("span", "\u25bc a part is lost", "class", "part3");
                    legend.element("span", "\u2715 all is lost", "class", "lost");
                    legend.element("span", "\u2013 nobody left to call", "class", "none");
                },
                "class",
                "legend");
        html.line();
    }

    private static void cell(HtmlText row, String name, MeshFailure failure, MatrixRow call, MatrixCell cell) {
        String detail = name + " when " + failure.name() + " fails: "
                + cell.result().toText() + ". Healthy: " + call.healthy().toText();
        Share lost = cell.result().lost();
        switch (cell.change()) {
            case SAME -> row.element("td", "= same", "class", "same", "data-detail", detail);
            case MOVED -> row.element("td", "\u2192 moves", "class", "moved", "data-detail", detail);
            case DEGRADED ->
                row.element("td", "\u25bc " + lost.toPercent(), "class", heat(lost), "data-detail", detail);
            case LOST -> row.element("td", "\u2715 lost", "class", "lost", "data-detail", detail);
            case NO_CALLER -> row.element("td", "\u2013 nobody", "class", "none", "data-detail", detail);
        }
    }

    /** {@return the class of the colour for a share that is lost, {@code part1} for the least to {@code part5}} */
    static String heat(Share lost) {
        int level = (int) Math.ceil(lost.toDouble() * LEVELS);
        return "part" + Math.max(1, Math.min(LEVELS, level));
    }
}
