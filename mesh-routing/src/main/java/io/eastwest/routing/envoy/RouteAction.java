package io.eastwest.routing.envoy;

/** What a route does. */
public sealed interface RouteAction permits ForwardAction, RedirectAction, DirectResponseAction, NoAction {}
