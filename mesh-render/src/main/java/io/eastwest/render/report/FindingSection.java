package io.eastwest.render.report;

import java.util.List;
import java.util.Locale;

/** Findings, errors first. */
final class FindingSection {
    private static final List<String> HEADS = List.of("Severity", "Code", "What", "Finding", "Place");

    private FindingSection() {}

    static void write(HtmlText html, List<ReportFinding> findings) {
        if (findings.isEmpty()) {
            html.element("p", "Nothing was found.").line();
            return;
        }
        ReportTable.write(
                html,
                "Findings, errors first",
                false,
                HEADS,
                table -> findings.forEach(finding -> {
                    String severity = finding.severity().name();
                    table.row(severity, row -> {
                        row.element("td", finding.code(), "class", "code " + severity.toLowerCase(Locale.ROOT));
                        row.names("td", finding.subject());
                        row.element("td", cell -> {
                            cell.element("div", finding.message());
                            if (!finding.hint().isEmpty()) {
                                cell.element("div", finding.hint(), "class", "hint");
                            }
                        });
                        row.element(
                                "td",
                                cell -> finding.place().lines().forEach(line -> cell.names("div", line)),
                                "class",
                                "code");
                    });
                }));
    }
}
