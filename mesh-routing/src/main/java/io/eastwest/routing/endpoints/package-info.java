/**
 * Answers: which endpoints does one proxy get for a cluster? Visible endpoints in groups by locality, those of other networks
 * replaced by their gateways.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/xds/endpoints/endpoint_builder.go} and {@code ep_filters.go}.
 */
@NullMarked
package io.eastwest.routing.endpoints;

import org.jspecify.annotations.NullMarked;
