package io.eastwest.render.report;

import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.MatrixRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who reaches what when nothing is broken: targets down, callers across. */
final class ReachSection {
    private ReachSection() {}

    static void write(HtmlText html, List<MatrixRow> rows) {
        Set<String> callers = new LinkedHashSet<>();
        Map<String, Map<String, CallResult>> targets = new LinkedHashMap<>();
        for (MatrixRow row : rows) {
            callers.add(row.callerText());
            targets.computeIfAbsent(row.target(), key -> new LinkedHashMap<>()).put(row.callerText(), row.healthy());
        }
        if (targets.isEmpty()) {
            html.element("p", "Nobody calls anything: the mesh has no callers with a proxy, or no services.")
                    .line();
            return;
        }
        List<String> heads = new ArrayList<>(List.of("Called"));
        heads.addAll(callers);
        ReportTable.write(
                html,
                "Who reaches whom, one column for each caller",
                true,
                heads,
                table -> targets.forEach((target, results) -> table.row(
                        target,
                        row -> callers.forEach(caller -> {
                            CallResult result = results.get(caller);
                            if (result == null) {
                                row.element("td", "not asked");
                            } else {
                                cell(row, target + " from " + caller, result);
                            }
                        }))));
    }

    private static void cell(HtmlText row, String name, CallResult result) {
        String detail = name + ": " + result.toText();
        if (!result.called()) {
            row.element("td", "no caller", "class", "none", "data-detail", detail);
        } else if (result.lost().isZero()) {
            row.element("td", "\u2713 yes", "class", "same", "data-detail", detail);
        } else if (result.served().plus(result.answeredByRule()).isZero()) {
            row.element("td", "\u2715 no", "class", "lost", "data-detail", detail);
        } else {
            String text = "\u25bc loses " + result.lost().toPercent();
            row.element("td", text, "class", MatrixSection.heat(result.lost()), "data-detail", detail);
        }
    }
}
