package io.eastwest.routing.call;

/**
 * One header line.
 *
 * @param name name as sent
 * @param value value as sent
 */
public record Header(String name, String value) {}
