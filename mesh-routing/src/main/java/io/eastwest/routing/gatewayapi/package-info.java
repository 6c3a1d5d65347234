/** Answers: which VirtualServices, Gateways and DestinationRules does a control plane make of Gateway API objects? Mirrors istio 1.30.3 {@code pilot/pkg/config/kube/gateway}. */
@NullMarked
package io.eastwest.routing.gatewayapi;

import org.jspecify.annotations.NullMarked;
