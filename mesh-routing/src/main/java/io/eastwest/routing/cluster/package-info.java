/**
 * Answers: which cluster does a proxy get under a name? Settings, endpoints and locality preference put together.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster.go}.
 */
@NullMarked
package io.eastwest.routing.cluster;

import org.jspecify.annotations.NullMarked;
