/**
 * Answers: what does a control plane tell the ztunnels of its cluster? Workloads and services as they see them, with waypoints,
 * policies about connections and gateways of other networks.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/ambient}.
 */
@NullMarked
package io.eastwest.routing.ambient;

import org.jspecify.annotations.NullMarked;
