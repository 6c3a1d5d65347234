package io.eastwest.routing.ambient;

/**
 * A gateway of a network through which ztunnels reach it.
 *
 * @param network the network
 * @param cluster cluster of its Gateway
 * @param name its Gateway, {@code <namespace>/<name>}
 * @param address IP address or hostname
 * @param port HBONE port
 * @param principal identity that it has to show, without {@code spiffe://}
 */
public record AmbientGateway(String network, String cluster, String name, String address, int port, String principal) {}
