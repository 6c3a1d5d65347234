package io.eastwest.routing.ambient;

/**
 * An address in a network.
 *
 * @param network the network; empty text: none
 * @param address IP address
 */
public record NetworkAddress(String network, String address) {}
