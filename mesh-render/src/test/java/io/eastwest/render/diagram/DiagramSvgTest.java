package io.eastwest.render.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.diagram.DiagramEdge.Line;
import io.eastwest.routing.diagram.DiagramGroup;
import io.eastwest.routing.diagram.DiagramNode;
import io.eastwest.routing.diagram.DiagramNode.Shape;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DiagramSvgTest {
    private static Diagram labelled(String label) {
        return new Diagram(
                label,
                List.of(new DiagramGroup(label, label)),
                List.of(new DiagramNode(label, label, Shape.BOX, label), new DiagramNode("b", "b", Shape.ROUND, "")),
                List.of(new DiagramEdge(label, "b", label, Line.THICK)));
    }

    private static Document parsed(String svg) {
        return Jsoup.parse(svg, "", Parser.xmlParser());
    }

    @Nested
    class Labels {
        private static final String HOSTILE = "</text></svg><script>x</script>&quot;\"'";

        @Test
        void areText() {
            Document svg = parsed(DiagramSvg.of(labelled(HOSTILE)));

            assertThat(svg.select("*").eachAttr("class"))
                    .contains("diagram", "frame", "box", "round", "thick", "under");
            assertThat(svg.getAllElements().stream()
                            .map(element -> element.tagName())
                            .distinct())
                    .containsExactlyInAnyOrder("#root", "svg", "title", "style", "rect", "text", "g", "path");
            assertThat(svg.select("title").text()).isEqualTo(HOSTILE);
            assertThat(String.join("", svg.select("text").eachText())).contains(HOSTILE);
        }

        @Test
        void showNoControlsAndMarksOfDirection() {
            assertThat(DiagramSvg.of(labelled("a\u0000b\u202ec\ud800"))).contains(">a\ufffdb\ufffdc\ufffd</text>");
        }

        @Test
        void thatAreWideAreBrokenAfterSpacesAndSlashes() {
            assertThat(TextWidths.lines("GET http://mybackend-app.my-backend:8080/orders from cluster-1/frontend", 320))
                    .containsExactly("GET http://mybackend-app.my-backend:8080/", "orders from cluster-1/frontend");
            assertThat(TextWidths.lines("one\n\ntwo", 320)).containsExactly("one", "", "two");
            assertThat(TextWidths.lines("", 320)).isEmpty();
        }

        @Test
        void withoutAnyPlaceToBreakAreBrokenAnywhere() {
            List<String> lines = TextWidths.lines("m".repeat(100), 130);

            assertThat(String.join("", lines)).isEqualTo("m".repeat(100));
            assertThat(lines).allSatisfy(line -> assertThat(TextWidths.of(line)).isLessThanOrEqualTo(130));
        }
    }

    @Nested
    class Parts {
        private final String part = DiagramSvg.part(labelled("a"));

        @Test
        void referToNothing() {
            assertThat(part).startsWith("<svg class=").doesNotContain("http", "url(", "href", "style", "<?xml");
        }

        @Test
        void areTheWholePictureButForItsStyle() {
            String alone = DiagramSvg.of(labelled("a"));

            assertThat(alone.substring(alone.indexOf("</style>") + 9))
                    .isEqualTo(part.substring(part.indexOf("</title>") + 9));
            assertThat(alone).contains(DiagramSvg.style());
        }
    }

    @Test
    void frameIsAsWideAsItsText() {
        Diagram diagram = new Diagram(
                "t",
                List.of(new DiagramGroup("g", "a frame with a long name")),
                List.of(new DiagramNode("a", "a", Shape.BOX, "g")),
                List.of());

        assertThat(DiagramLayout.of(diagram).groups().get(0).box().width())
                .isGreaterThan(TextWidths.of("a frame with a long name"));
    }

    @Test
    void emptyDiagramIsAPictureOfNothing() {
        assertThat(parsed(DiagramSvg.of(new Diagram("nothing", List.of(), List.of(), List.of())))
                        .select("svg > *")
                        .eachText())
                .startsWith("nothing");
    }
}
