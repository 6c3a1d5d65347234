/**
 * Answers: which localities come first, and how much does each get? Weights and priorities of groups of endpoints from
 * {@code distribute}, {@code failover}, {@code failoverPriority} and the traffic distribution of a service.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/loadbalancer/loadbalancer.go}.
 */
@NullMarked
package io.eastwest.routing.locality;

import org.jspecify.annotations.NullMarked;
