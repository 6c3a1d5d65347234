package io.eastwest.routing.diagram;

/**
 * An arrow between two nodes.
 *
 * @param from id of the node where it starts
 * @param to id of the node where it ends
 * @param label text on the arrow; a line break starts a new line; empty: none
 * @param line how it is drawn
 */
public record DiagramEdge(String from, String to, String label, Line line) {
    /** How an arrow is drawn. */
    public enum Line {
        /** One line: calls, and what works. */
        SOLID,

        /** Dots: what is only read, not known, or no more. */
        DOTTED,

        /** A thick line: what does not work. */
        THICK
    }
}
