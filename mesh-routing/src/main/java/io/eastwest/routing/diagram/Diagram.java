package io.eastwest.routing.diagram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A picture as a value: groups, nodes and arrows, in the order in which they are written. The same value gives the same bytes. Immutable.
 *
 * @param title what it shows
 * @param groups frames
 * @param nodes things
 * @param edges arrows
 */
public record Diagram(String title, List<DiagramGroup> groups, List<DiagramNode> nodes, List<DiagramEdge> edges) {
    /**
     * Checks that everything that is named is there.
     *
     * @param title what it shows
     * @param groups frames; copied
     * @param nodes things; copied
     * @param edges arrows; copied
     * @throws IllegalArgumentException if an id is used twice among groups or among nodes, or is not there
     */
    public Diagram {
        groups = List.copyOf(groups);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        Set<String> frames = new LinkedHashSet<>();
        groups.forEach(group -> once(frames, "group", group.id()));
        Set<String> things = new LinkedHashSet<>();
        for (DiagramNode node : nodes) {
            once(things, "node", node.id());
            if (!node.group().isEmpty()) {
                require(frames, "group", node.group());
            }
        }
        for (DiagramEdge edge : edges) {
            require(things, "node", edge.from());
            require(things, "node", edge.to());
        }
    }

    private static void once(Set<String> ids, String what, String id) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("a " + what + " \"" + id + "\" is there already");
        }
    }

    private static void require(Set<String> ids, String what, String id) {
        if (!ids.contains(id)) {
            throw new IllegalArgumentException("no " + what + " \"" + id + "\" in the diagram; there are " + ids);
        }
    }

    /** {@return the nodes of a group, or those in none for an empty text, in order} */
    List<DiagramNode> nodesOf(String group) {
        return nodes.stream().filter(node -> node.group().equals(group)).toList();
    }

    /** {@return the diagram as a flowchart of Mermaid, which many readers of Markdown draw} */
    public String toMermaid() {
        return new MermaidText(this).text();
    }

    /** {@return the diagram in the DOT language of Graphviz} */
    public String toDot() {
        return new DotText(this).text();
    }

    @Override
    public String toString() {
        return toMermaid();
    }
}
