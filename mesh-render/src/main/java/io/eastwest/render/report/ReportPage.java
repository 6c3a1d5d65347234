package io.eastwest.render.report;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.trust.ClusterAuthentication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The page: head, search, and one section for each question. */
final class ReportPage {
    private final String title;
    private final Map<String, Consumer<HtmlText>> sections = new LinkedHashMap<>();

    ReportPage(
            MeshRouter router,
            MatrixAxes axes,
            FailureMatrix matrix,
            ClusterAuthentication trust,
            List<ReportFinding> findings) {
        this.title = "Mesh " + router.snapshot().topology().metadata().name();
        sections.put("Clusters", new ClusterSection(router)::write);
        sections.put("Services", html -> ServiceSection.write(html, ServicePlaces.all(router)));
        sections.put("Reachability", html -> {
            ReachSection.write(html, matrix.rows());
            MatrixSection.writeUncalled(html, axes.uncalled());
        });
        sections.put("Failures", html -> MatrixSection.write(html, matrix, MeshReport.MOST_CELLS));
        sections.put("Trust", html -> TrustSection.write(html, router.snapshot().clusters(), trust));
        sections.put("Findings", html -> FindingSection.write(html, findings));
    }

    void write(HtmlText html) {
        html.own("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", PageParts.policy())
                .line();
        html.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.own("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.own("<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.element("title", title).line();
        html.own("<style>").own(PageParts.style()).own("</style>\n</head>\n<body>\n");
        html.own("<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>");
        html.element("h1", title).line();
        html.element("nav", this::links, "aria-label", "Sections").line();
        html.own("<form role=\"search\"><label for=\"search\">Search <kbd>/</kbd></label>"
                + "<input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">"
                + "<output id=\"found\" for=\"search\" aria-live=\"polite\"></output></form>\n</header>\n");
        html.own("<main id=\"main\" tabindex=\"-1\">\n");
        sections.forEach((name, content) -> {
            String id = id(name);
            html.open("section", "id", id, "aria-labelledby", id + "-title");
            html.element("h2", name, "id", id + "-title").line();
            content.accept(html);
            html.own("</section>\n");
        });
        html.own("</main>\n<aside id=\"detail\" role=\"status\" aria-live=\"polite\" hidden></aside>\n");
        html.own("<script>").own(PageParts.script()).own("</script>\n</body>\n</html>\n");
    }

    private void links(HtmlText html) {
        sections.keySet().forEach(name -> html.element("a", name, "href", "#" + id(name)));
    }

    /** Names of sections are ours: letters only. */
    private static String id(String name) {
        return "section-" + name;
    }
}
