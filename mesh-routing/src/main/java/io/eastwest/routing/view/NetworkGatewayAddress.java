package io.eastwest.routing.view;

/**
 * A gateway into a network.
 *
 * @param network network
 * @param cluster cluster id; empty when only the network is known
 * @param address IP address, or host name where it is not resolved
 * @param port mTLS port; 0: none
 * @param hbonePort HBONE port; 0: none
 */
public record NetworkGatewayAddress(String network, String cluster, String address, int port, int hbonePort) {}
