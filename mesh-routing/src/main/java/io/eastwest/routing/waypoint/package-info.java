/**
 * Answers: what does a control plane tell a waypoint? Filter chains for the services and workloads that it serves, with their
 * policies and routes.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/waypoint.go, listener_waypoint.go}.
 */
@NullMarked
package io.eastwest.routing.waypoint;

import org.jspecify.annotations.NullMarked;
