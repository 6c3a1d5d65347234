package io.eastwest.routing.rules;

import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.routing.envoy.Origin;

/**
 * One TLS rule with its source.
 *
 * @param rule the rule; destination hosts are resolved
 * @param origin where it is written
 */
public record TlsRule(IstioTlsRoute rule, Origin origin) {}
