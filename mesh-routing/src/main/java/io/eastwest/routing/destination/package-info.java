/**
 * Answers: which policy holds for one host, port and subset? The effective parts of a DestinationRule, each with its place,
 * and the settings of a cluster that follow from them.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/util/util.go}, {@code
 * pilot/pkg/networking/core/cluster_traffic_policy.go} and {@code cluster_tls.go}.
 */
@NullMarked
package io.eastwest.routing.destination;

import org.jspecify.annotations.NullMarked;
