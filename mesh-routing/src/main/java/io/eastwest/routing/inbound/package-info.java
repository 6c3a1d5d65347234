/**
 * Answers: what does a sidecar do with connections to its workload? Listener, filter chains, routes and clusters.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/listener_inbound.go}.
 */
@NullMarked
package io.eastwest.routing.inbound;

import org.jspecify.annotations.NullMarked;
