package io.eastwest.routing.destination;

import io.eastwest.routing.envoy.Origin;

/**
 * A part of a policy with its place.
 *
 * @param <T> kind of part
 * @param value the part
 * @param origin resource and path
 */
public record Sourced<T>(T value, Origin origin) {}
