package io.eastwest.routing.diagram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A diagram in the DOT language. Ids are numbers of ours; labels are quoted. Graphviz reads backslashes and HTML entities in quoted
 * labels, so both are escaped.
 */
final class DotText {
    private final Diagram diagram;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    DotText(Diagram diagram) {
        this.diagram = diagram;
        diagram.nodes().forEach(node -> names.put(node.id(), "n" + names.size()));
    }

    String text() {
        text.append("digraph {\n  rankdir=LR\n  label=").append(quoted(diagram.title()));
        text.append("\n  node [shape=box]\n");
        diagram.nodesOf("").forEach(node -> node("  ", node));
        int count = 0;
        for (DiagramGroup group : diagram.groups()) {
            text.append("  subgraph cluster_").append(count++).append(" {\n    label=");
            text.append(quoted(group.label())).append('\n');
            diagram.nodesOf(group.id()).forEach(node -> node("    ", node));
            text.append("  }\n");
        }
        diagram.edges().forEach(this::edge);
        return text.append("}\n").toString();
    }

    private void node(String indent, DiagramNode node) {
        String shape = switch (node.shape()) {
            case BOX -> "";
            case ROUND -> " style=rounded";
            case HEXAGON -> " shape=hexagon";
        };
        text.append(indent).append(names.get(node.id())).append(" [label=");
        text.append(quoted(node.label())).append(shape).append("]\n");
    }

    private void edge(DiagramEdge edge) {
        String line = switch (edge.line()) {
            case SOLID -> "";
            case DOTTED -> " style=dotted";
            case THICK -> " style=bold";
        };
        text.append("  ").append(names.get(edge.from())).append(" -> ").append(names.get(edge.to()));
        text.append(" [label=").append(quoted(edge.label())).append(line).append("]\n");
    }

    private static String quoted(String label) {
        return "\"" + LabelText.escaped(label, "\\n", DotText::escaped) + "\"";
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
        };
    }
}
