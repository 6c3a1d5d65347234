package io.eastwest.render.intent;

/**
 * Where an endpoint of a service is.
 *
 * @param cluster its cluster
 * @param locality its locality {@code region/zone/subzone}; empty: none
 * @param usable whether it is up, and the caller's network has a way to it
 */
public record EndpointPlace(String cluster, String locality, boolean usable) {}
