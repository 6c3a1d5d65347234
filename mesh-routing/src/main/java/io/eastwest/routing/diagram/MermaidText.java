package io.eastwest.routing.diagram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A diagram as a flowchart of Mermaid. Ids are numbers of ours; labels are quoted, and every character in them that may mean
 * something to Mermaid, Markdown or HTML is written as its code.
 */
final class MermaidText {
    private static final String PLAIN = " -./:,()+%=?";

    private final Diagram diagram;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    MermaidText(Diagram diagram) {
        this.diagram = diagram;
        diagram.nodes().forEach(node -> names.put(node.id(), "n" + names.size()));
    }

    String text() {
        text.append("flowchart LR\n");
        text.append("  accTitle: ").append(title(diagram.title())).append('\n');
        diagram.nodesOf("").forEach(node -> node("  ", node));
        int count = 0;
        for (DiagramGroup group : diagram.groups()) {
            text.append("  subgraph g").append(count++).append('[').append(quoted(group.label()));
            text.append("]\n");
            diagram.nodesOf(group.id()).forEach(node -> node("    ", node));
            text.append("  end\n");
        }
        diagram.edges().forEach(this::edge);
        return text.toString();
    }

    private void node(String indent, DiagramNode node) {
        String shape = switch (node.shape()) {
            case BOX -> "[" + quoted(node.label()) + "]";
            case ROUND -> "([" + quoted(node.label()) + "])";
            case HEXAGON -> "{{" + quoted(node.label()) + "}}";
        };
        text.append(indent).append(names.get(node.id())).append(shape).append('\n');
    }

    private void edge(DiagramEdge edge) {
        String arrow = switch (edge.line()) {
            case SOLID -> "-->";
            case DOTTED -> "-.->";
            case THICK -> "==>";
        };
        text.append("  ").append(names.get(edge.from())).append(' ').append(arrow);
        if (!edge.label().isEmpty()) {
            text.append('|').append(quoted(edge.label())).append('|');
        }
        text.append(' ').append(names.get(edge.to())).append('\n');
    }

    private static String quoted(String label) {
        return "\"" + LabelText.escaped(label, "<br/>", MermaidText::escaped) + "\"";
    }

    private static String escaped(int point) {
        return isPlain(point) || PLAIN.indexOf(point) >= 0 ? Character.toString(point) : "#" + point + ";";
    }

    /** A title is neither quoted nor decoded: what is not plain is left out. */
    private static String title(String title) {
        return LabelText.escaped(
                title, " ", point -> isPlain(point) || " -._/".indexOf(point) >= 0 ? Character.toString(point) : "?");
    }

    private static boolean isPlain(int point) {
        return point < 128 && Character.isLetterOrDigit(point);
    }
}
