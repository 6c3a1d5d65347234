package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.KubernetesService;

/**
 * A Service that is reached from outside of its cluster.
 *
 * @param cluster its cluster
 * @param service the Service
 * @param port the port of the Service that is reached
 */
public record ExposedService(String cluster, KubernetesService service, int port) {}
