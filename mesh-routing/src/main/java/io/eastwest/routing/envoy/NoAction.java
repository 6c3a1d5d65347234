package io.eastwest.routing.envoy;

/**
 * A route that istiod sends without an action; Envoy takes no route configuration that has one.
 *
 * @param why what istiod could not translate
 */
public record NoAction(String why) implements RouteAction {}
