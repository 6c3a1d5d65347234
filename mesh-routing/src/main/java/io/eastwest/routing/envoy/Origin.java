package io.eastwest.routing.envoy;

import io.eastwest.model.ResourceKey;

/**
 * Where a piece of configuration comes from.
 *
 * @param resource the resource
 * @param path field path inside it, for example {@code spec.http[1].match[0]}; empty: the whole
 */
public record Origin(ResourceKey resource, String path) {}
