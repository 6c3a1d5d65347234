package io.eastwest.routing.envoy;

/** An HTTP filter that may end a request before it is routed to a cluster. */
public sealed interface HttpFilter permits RbacFilter, JwtFilter, UnmodelledFilter {}
