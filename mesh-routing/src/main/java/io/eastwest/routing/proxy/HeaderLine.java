package io.eastwest.routing.proxy;

/**
 * One header line as a proxy holds it.
 *
 * @param name name in lower case
 * @param value value
 * @param visible whether the client or the configuration brought it; false: Envoy adds it to every request
 */
record HeaderLine(String name, String value, boolean visible) {}
