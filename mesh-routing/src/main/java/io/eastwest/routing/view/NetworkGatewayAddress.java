package io.eastwest.routing.view;

/**
 * A gateway into a network. Two that differ in the account alone are two, as istiod counts them.
 *
 * @param network network
 * @param cluster cluster id; empty when only the network is known
 * @param address IP address, or host name where it is not resolved
 * @param port mTLS port; 0: none
 * @param hbonePort HBONE port; 0: none
 * @param serviceAccount {@code <namespace>/<name>} of the account of a Gateway resource; empty: known from elsewhere
 */
public record NetworkGatewayAddress(
        String network, String cluster, String address, int port, int hbonePort, String serviceAccount) {
    /**
     * A gateway that is not known from a Gateway resource.
     *
     * @param network network
     * @param cluster cluster id; empty when only the network is known
     * @param address IP address, or host name where it is not resolved
     * @param port mTLS port; 0: none
     * @param hbonePort HBONE port; 0: none
     */
    public NetworkGatewayAddress(String network, String cluster, String address, int port, int hbonePort) {
        this(network, cluster, address, port, hbonePort, "");
    }
}
