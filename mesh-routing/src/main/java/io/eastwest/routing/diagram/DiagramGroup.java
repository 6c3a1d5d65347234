package io.eastwest.routing.diagram;

/**
 * A frame around nodes.
 *
 * @param id name within the diagram, never shown
 * @param label text on the frame; a line break starts a new line
 */
public record DiagramGroup(String id, String label) {}
