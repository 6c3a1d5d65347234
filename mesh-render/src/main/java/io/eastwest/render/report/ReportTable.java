package io.eastwest.render.report;

import io.eastwest.render.diagram.DiagramSvg;
import io.eastwest.routing.diagram.Diagram;
import java.util.List;
import java.util.function.Consumer;

/** A table of the page: a caption, a head, and rows that the search of the page filters by their text. */
final class ReportTable {
    private final HtmlText html;

    private ReportTable(HtmlText html) {
        this.html = html;
    }

    /** Writes a table; {@code cells} makes its cells ones that the arrow keys walk over. */
    static void write(HtmlText html, String caption, boolean cells, List<String> heads, Consumer<ReportTable> rows) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.line().open("table", "class", cells ? "walk" : "list");
        html.element("caption", caption).line();
        html.element(
                "thead",
                head -> head.element("tr", row -> heads.forEach(name -> row.names("th", name, "scope", "col"))));
        html.line().open("tbody").line();
        rows.accept(new ReportTable(html));
        html.own("</tbody></table></div>\n");
    }

    /** Writes a picture, in a box of its own that scrolls where it is wide. */
    static void picture(HtmlText html, Diagram diagram) {
        html.open("div", "class", "scroll picture", "tabindex", "0", "role", "region", "aria-label", diagram.title());
        html.line().own(DiagramSvg.part(diagram)).own("</div>\n");
    }

    /** Writes a row that starts with its name. */
    void row(String name, Consumer<HtmlText> cells) {
        html.element("tr", row -> {
            row.names("th", name, "scope", "row");
            cells.accept(row);
        });
        html.line();
    }
}
