package io.eastwest.routing.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.diagram.DiagramEdge.Line;
import io.eastwest.routing.diagram.DiagramNode.Shape;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DiagramTest {
    private static Diagram labelled(String label) {
        return new Diagram(
                label,
                List.of(new DiagramGroup(label, label)),
                List.of(new DiagramNode(label, label, Shape.BOX, label), new DiagramNode("b", "b", Shape.ROUND, "")),
                List.of(new DiagramEdge(label, "b", label, Line.THICK)));
    }

    @Nested
    class Refuses {
        private static final DiagramNode NODE = new DiagramNode("a", "a", Shape.BOX, "");

        @Test
        void arrowsToNodesThatAreNotThere() {
            List<DiagramEdge> edges = List.of(new DiagramEdge("a", "b", "", Line.SOLID));

            assertThatThrownBy(() -> new Diagram("t", List.of(), List.of(NODE), edges))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no node \"b\" in the diagram; there are [a]");
        }

        @Test
        void nodesInGroupsThatAreNotThere() {
            List<DiagramNode> nodes = List.of(new DiagramNode("a", "a", Shape.BOX, "g"));

            assertThatThrownBy(() -> new Diagram("t", List.of(), nodes, List.of()))
                    .hasMessage("no group \"g\" in the diagram; there are []");
        }

        @Test
        void arrowsFromNodesThatAreNotThere() {
            List<DiagramEdge> edges = List.of(new DiagramEdge("b", "a", "", Line.SOLID));

            assertThatThrownBy(() -> new Diagram("t", List.of(), List.of(NODE), edges))
                    .hasMessage("no node \"b\" in the diagram; there are [a]");
        }

        @Test
        void groupsThatAreThereTwice() {
            DiagramGroup group = new DiagramGroup("g", "g");

            assertThatThrownBy(() -> new Diagram("t", List.of(group, group), List.of(), List.of()))
                    .hasMessage("a group \"g\" is there already");
        }

        @Test
        void idsThatAreUsedTwice() {
            assertThatThrownBy(() -> new Diagram("t", List.of(), List.of(NODE, NODE), List.of()))
                    .hasMessage("a node \"a\" is there already");
        }
    }

    @Nested
    class Draws {
        private final Diagram diagram = new Diagram(
                "all of it",
                List.of(new DiagramGroup("g", "one"), new DiagramGroup("h", "two")),
                List.of(
                        new DiagramNode("a", "a", Shape.BOX, "h"),
                        new DiagramNode("b", "b", Shape.ROUND, ""),
                        new DiagramNode("c", "c", Shape.HEXAGON, "g")),
                List.of(
                        new DiagramEdge("a", "b", "", Line.SOLID),
                        new DiagramEdge("b", "c", "yes", Line.DOTTED),
                        new DiagramEdge("c", "a", "", Line.THICK)));

        @Test
        void everyShapeAndLineInMermaid() {
            assertThat(diagram).hasToString("""
                            flowchart LR
                              accTitle: all of it
                              n1(["b"])
                              subgraph g0["one"]
                                n2{{"c"}}
                              end
                              subgraph g1["two"]
                                n0["a"]
                              end
                              n0 --> n1
                              n1 -.->|"yes"| n2
                              n2 ==> n0
                            """);
        }

        @Test
        void everyShapeAndLineInDot() {
            assertThat(diagram.toDot()).isEqualTo("""
                            digraph {
                              rankdir=LR
                              label="all of it"
                              node [shape=box]
                              n1 [label="b" style=rounded]
                              subgraph cluster_0 {
                                label="one"
                                n2 [label="c" shape=hexagon]
                              }
                              subgraph cluster_1 {
                                label="two"
                                n0 [label="a"]
                              }
                              n0 -> n1 [label=""]
                              n1 -> n2 [label="yes" style=dotted]
                              n2 -> n0 [label="" style=bold]
                            }
                            """);
        }
    }

    @Nested
    class MermaidEscapes {
        @Test
        void everythingThatMayMeanSomething() {
            assertThat(labelled("a\"]; end <b>`#35;|\n\u00e9").toMermaid()).isEqualTo("""
                            flowchart LR
                              accTitle: a??? end ?b???35?? ?
                              n1(["b"])
                              subgraph g0["a#34;#93;#59; end #60;b#62;#96;#35;35#59;#124;<br/>#233;"]
                                n0["a#34;#93;#59; end #60;b#62;#96;#35;35#59;#124;<br/>#233;"]
                              end
                              n0 ==>|"a#34;#93;#59; end #60;b#62;#96;#35;35#59;#124;<br/>#233;"| n1
                            """);
        }

        @Test
        void nothingOfWhatIsPlain() {
            assertThat(labelled("aZ09 -./:,()+%=?").toMermaid()).contains("n0[\"aZ09 -./:,()+%=?\"]");
            assertThat(labelled("a-b._/c:d").toMermaid()).contains("accTitle: a-b._/c?d\n");
        }

        @Test
        void lineBreaksOfWindowsToo() {
            assertThat(labelled("a\r\nb").toMermaid()).contains("n0[\"a<br/>b\"]");
        }

        @Test
        void separatorsOfLinesAndParagraphs() {
            assertThat(labelled("a\u2028b\u2029").toMermaid()).contains("n0[\"a#65533;b#65533;\"]");
        }

        @Test
        void controlsAndMarksOfDirection() {
            assertThat(labelled("a\u0000b\u202ec\ud800").toMermaid()).contains("n0[\"a#65533;b#65533;c#65533;\"]");
        }
    }

    @Nested
    class DotEscapes {
        @Test
        void quotesBackslashesAndEntities() {
            assertThat(labelled("a\" \\N &lt; <b>\n\\").toDot()).isEqualTo("""
                            digraph {
                              rankdir=LR
                              label="a\\" \\\\N &amp;lt; &lt;b&gt;\\n\\\\"
                              node [shape=box]
                              n1 [label="b" style=rounded]
                              subgraph cluster_0 {
                                label="a\\" \\\\N &amp;lt; &lt;b&gt;\\n\\\\"
                                n0 [label="a\\" \\\\N &amp;lt; &lt;b&gt;\\n\\\\"]
                              }
                              n0 -> n1 [label="a\\" \\\\N &amp;lt; &lt;b&gt;\\n\\\\" style=bold]
                            }
                            """);
        }

        @Test
        void controlsAndMarksOfDirection() {
            assertThat(labelled("a\u0000b\u202e").toDot()).contains("n0 [label=\"a\ufffdb\ufffd\"]");
        }
    }
}
