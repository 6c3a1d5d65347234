package io.eastwest.routing.rules;

import io.eastwest.model.istio.networking.Server;
import io.eastwest.routing.envoy.Origin;

/**
 * One server with its source.
 *
 * @param server the server
 * @param origin where it is written
 */
public record GatewayServer(Server server, Origin origin) {}
