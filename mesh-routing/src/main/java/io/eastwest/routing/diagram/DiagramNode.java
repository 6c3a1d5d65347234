package io.eastwest.routing.diagram;

/**
 * A thing in a diagram.
 *
 * @param id name within the diagram, never shown
 * @param label text on the node; a line break starts a new line
 * @param shape form of the node
 * @param group id of the group it is in; empty: none
 */
public record DiagramNode(String id, String label, Shape shape, String group) {
    /** Form of a node. */
    public enum Shape {
        /** A rectangle: clusters and proxies. */
        BOX,

        /** A rectangle with round ends: where calls start, control planes. */
        ROUND,

        /** A hexagon: gateways, and calls that end without an endpoint. */
        HEXAGON
    }
}
