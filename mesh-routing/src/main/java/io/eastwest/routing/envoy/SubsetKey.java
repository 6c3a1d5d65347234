package io.eastwest.routing.envoy;

/**
 * The parts of a cluster name of istiod. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/service.go:BuildSubsetKey, BuildDNSSrvSubsetKey, ParseSubsetKey}.
 *
 * @param direction {@code outbound} or {@code inbound}
 * @param port service port; 0 when the name has none
 * @param subset subset; empty: none
 * @param host hostname; empty when the name is not complete
 */
public record SubsetKey(String direction, int port, String subset, String host) {
    private static final String OUTBOUND = "outbound";
    private static final String INBOUND = "inbound";
    private static final String SNI_SEPARATOR = "_.";

    /**
     * Names an outbound cluster.
     *
     * @param port service port
     * @param subset subset; empty: none
     * @param host hostname
     * @return the key
     */
    public static SubsetKey outbound(int port, String subset, String host) {
        return new SubsetKey(OUTBOUND, port, subset, host);
    }

    /** {@return the cluster name, {@code outbound|8080|v1|reviews.shop.svc.cluster.local}} */
    public String clusterName() {
        return direction + "|" + port + "|" + subset + "|" + host;
    }

    /** {@return the SNI between networks, {@code outbound_.8080_.v1_.reviews.shop.svc.cluster.local}} */
    public String serverName() {
        return direction + SNI_SEPARATOR + port + SNI_SEPARATOR + subset + SNI_SEPARATOR + host;
    }

    /**
     * Reads a cluster name or an SNI of istiod.
     *
     * @param name the name
     * @return its parts; those that the name lacks are empty or 0
     */
    public static SubsetKey parse(String name) {
        boolean sni = isServerName(name);
        String separator = sni ? SNI_SEPARATOR : "|";
        String[] parts = new String[] {"", "", "", ""};
        String rest = name;
        for (int i = 0; i < 3; i++) {
            int end = rest.indexOf(separator);
            if (end < 0) {
                return new SubsetKey(parts[0], number(parts[1]), parts[2], "");
            }
            parts[i] = rest.substring(0, end);
            rest = rest.substring(end + separator.length());
        }
        return new SubsetKey(parts[0], number(parts[1]), parts[2], rest.contains(separator) ? "" : rest);
    }

    /**
     * {@return whether a name has the form of the SNI between networks}
     *
     * @param name a cluster name or server name
     */
    public static boolean isServerName(String name) {
        return name.startsWith(OUTBOUND + "_") || name.startsWith(INBOUND + "_");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
