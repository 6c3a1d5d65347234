package io.eastwest.routing.rules;

import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.routing.envoy.Origin;

/**
 * One HTTP rule with its source.
 *
 * @param rule the rule; host names of destinations and mirrors are resolved
 * @param origin where it is written
 */
public record HttpRule(IstioHttpRoute rule, Origin origin) {}
