package io.eastwest.routing.view;

/**
 * A service port that a proxy serves itself.
 *
 * @param service the service
 * @param port its port
 * @param workloadPort container port on the proxy's pod
 */
public record ServiceTarget(MeshService service, MeshServicePort port, int workloadPort) {}
