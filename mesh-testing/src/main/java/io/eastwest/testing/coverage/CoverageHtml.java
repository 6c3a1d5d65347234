package io.eastwest.testing.coverage;

import io.eastwest.model.issue.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a report as one HTML page that loads nothing. */
final class CoverageHtml {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#d0d7de;--soft:#57606a;--reached:#1a7f37;--missed:#cf222e;--never:#9a6700}
            @media(prefers-color-scheme:dark){:root{--line:#30363d;--soft:#8b949e;--reached:#3fb950;--missed:#f85149;--never:#d29922}}
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:76rem;padding:0 1rem}
            table{border-collapse:collapse;width:100%;margin-bottom:1.5rem}
            caption{text-align:left;font-weight:600;padding:.4rem 0}
            th,td{border-top:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}
            td.number{text-align:right;font-variant-numeric:tabular-nums}
            code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
            .soft{color:var(--soft)} .reached{color:var(--reached)} .missed{color:var(--missed)} .unreachable{color:var(--never)}
            """;

    private final StringBuilder page = new StringBuilder();

    private CoverageHtml() {}

    static String of(CoverageReport report) {
        CoverageHtml html = new CoverageHtml();
        html.write(report);
        return html.page.toString();
    }

    private void write(CoverageReport report) {
        String title = escaped("Coverage of " + report.mesh());
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(title)
                .append("</h1>\n<p>")
                .append(escaped(CoverageText.headline(report)))
                .append(".</p>\n");
        if (!report.complete()) {
            page.append("<p>The mesh is too large to look at every rule that was missed.</p>\n");
        }
        writeKinds(report);
        Map<String, List<CoverageItem>> files = new LinkedHashMap<>();
        report.items()
                .forEach(item -> files.computeIfAbsent(
                                item.location().map(SourceLocation::file).orElseGet(() -> "cluster " + item.cluster()),
                                key -> new ArrayList<>())
                        .add(item));
        files.forEach(this::writeFile);
        page.append("</body>\n</html>\n");
    }

    private void writeKinds(CoverageReport report) {
        page.append("<table>\n<caption>By kind</caption>\n<thead><tr><th scope=\"col\">Rules</th>")
                .append("<th scope=\"col\">Reached</th><th scope=\"col\">Share</th></tr></thead>\n<tbody>\n");
        for (RuleKind kind : RuleKind.values()) {
            List<CoverageItem> some =
                    report.items().stream().filter(item -> item.kind() == kind).toList();
            if (!some.isEmpty()) {
                page.append("<tr><td>")
                        .append(escaped(kind.plural()))
                        .append("</td><td>")
                        .append(escaped(CoverageText.counts(some)))
                        .append("</td><td class=\"number\">")
                        .append(CoverageText.percent(report.share(kind)))
                        .append("</td></tr>\n");
            }
        }
        page.append("</tbody>\n</table>\n");
    }

    private void writeFile(String file, List<CoverageItem> items) {
        page.append("<table>\n<caption><code>")
                .append(escaped(file))
                .append("</code> <span class=\"soft\">")
                .append(escaped(CoverageText.counts(items)))
                .append("</span></caption>\n<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Rule</th>")
                .append("<th scope=\"col\">Calls</th><th scope=\"col\">Standing</th></tr></thead>\n<tbody>\n");
        items.forEach(this::writeItem);
        page.append("</tbody>\n</table>\n");
    }

    private void writeItem(CoverageItem item) {
        String standing = item.standing().name().toLowerCase(Locale.ROOT);
        page.append("<tr><td class=\"number\">")
                .append(item.location()
                        .map(place -> Integer.toString(place.line()))
                        .orElse(""))
                .append("</td><td>")
                .append(escaped(item.resource().toString()))
                .append(" <code>")
                .append(escaped(item.path()))
                .append("</code></td><td class=\"number\">")
                .append(item.calls())
                .append("</td><td><span class=\"")
                .append(standing)
                .append("\">")
                .append(standing)
                .append("</span>");
        if (!item.because().isEmpty()) {
            page.append(": ").append(escaped(item.because()));
        }
        item.witness()
                .ifPresent(call -> page.append(" such as <code>")
                        .append(escaped(CallYaml.of(call)))
                        .append("</code>"));
        page.append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
