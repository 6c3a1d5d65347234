package io.eastwest.render.diagram;

import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.diagram.DiagramNode;
import java.util.List;

/**
 * A diagram that knows where everything is.
 *
 * @param width width of all
 * @param height height of all
 * @param groups frames
 * @param nodes things
 * @param edges arrows
 */
record PlacedDiagram(double width, double height, List<Frame> groups, List<Thing> nodes, List<Arrow> edges) {
    /**
     * A rectangle.
     *
     * @param x left edge
     * @param y upper edge
     * @param width width
     * @param height height
     */
    record Box(double x, double y, double width, double height) {}

    /**
     * A corner of a line.
     *
     * @param x from the left
     * @param y from above
     */
    record Point(double x, double y) {}

    /**
     * A frame around things.
     *
     * @param box where it is
     * @param lines text on it
     */
    record Frame(Box box, List<String> lines) {}

    /**
     * A thing.
     *
     * @param node what it is
     * @param box where it is
     * @param lines text in it
     */
    record Thing(DiagramNode node, Box box, List<String> lines) {}

    /**
     * An arrow.
     *
     * @param edge what it is
     * @param way from its start over its corners to its end, two points at least
     * @param label where its text is
     * @param lines its text; empty: none
     */
    record Arrow(DiagramEdge edge, List<Point> way, Box label, List<String> lines) {}
}
