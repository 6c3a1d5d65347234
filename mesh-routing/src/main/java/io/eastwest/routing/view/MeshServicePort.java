package io.eastwest.routing.view;

/**
 * A port of a service.
 *
 * @param name name; may be empty
 * @param number service port
 * @param protocol protocol
 * @param targetPort target port as written: number, name, or empty for the number itself
 */
public record MeshServicePort(String name, int number, PortProtocol protocol, String targetPort) {}
