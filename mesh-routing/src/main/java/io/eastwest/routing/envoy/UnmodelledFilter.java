package io.eastwest.routing.envoy;

/**
 * A filter whose behaviour this library does not model, for example a Wasm plugin.
 *
 * @param name what it is
 * @param origin the resource that adds it
 */
public record UnmodelledFilter(String name, Origin origin) implements HttpFilter {}
