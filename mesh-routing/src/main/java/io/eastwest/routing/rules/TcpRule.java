package io.eastwest.routing.rules;

import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.routing.envoy.Origin;

/**
 * One TCP rule with its source.
 *
 * @param rule the rule; destination hosts are resolved
 * @param origin where it is written
 */
public record TcpRule(IstioTcpRoute rule, Origin origin) {}
