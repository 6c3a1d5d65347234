package io.eastwest.routing.cluster;

import io.eastwest.model.istio.networking.SidecarIngress;
import java.util.List;
import java.util.Optional;

/**
 * Where an ingress listener of a Sidecar resource sends to. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/cluster.go:buildInboundClustersFromSidecar}.
 *
 * @param address address and port, or path of a unix domain socket; empty: the address that was dialled
 */
record DefaultEndpoint(Optional<String> address) {
    private static final String UNIX = "unix://";
    private static final String LOCALHOST_V4 = "127.0.0.1";
    private static final String LOCALHOST_V6 = "::1";
    private static final String POD_V4 = "0.0.0.0";
    private static final String POD_V6 = "::";

    /** {@return the endpoint; empty: the text is malformed, and there is no cluster} */
    static Optional<DefaultEndpoint> of(SidecarIngress listener, List<String> podAddresses) {
        String text = listener.defaultEndpoint().orElse("");
        if (text.isEmpty()) {
            return Optional.of(new DefaultEndpoint(Optional.empty()));
        }
        if (text.startsWith(UNIX)) {
            return Optional.of(new DefaultEndpoint(Optional.of(text.substring(UNIX.length()))));
        }
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 0 || !port.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        String host = text.substring(0, colon).replace("[", "").replace("]", "");
        return Optional.of(new DefaultEndpoint(host(host, podAddresses).map(address -> joined(address, port))));
    }

    /** {@return this port on the loopback address of the pod's family} */
    static String localhost(List<String> podAddresses, int port) {
        return joined(loopback(podAddresses, LOCALHOST_V4), Integer.toString(port));
    }

    private static Optional<String> host(String host, List<String> podAddresses) {
        return switch (host) {
            case POD_V4 ->
                Optional.of(podAddresses.stream()
                        .filter(address -> address.indexOf(':') < 0)
                        .findFirst()
                        .orElse(LOCALHOST_V4));
            case POD_V6 ->
                Optional.of(podAddresses.stream()
                        .filter(address -> address.indexOf(':') >= 0)
                        .findFirst()
                        .orElse(LOCALHOST_V6));
            case LOCALHOST_V4, LOCALHOST_V6 -> Optional.of(loopback(podAddresses, host));
            default -> Optional.empty();
        };
    }

    private static String loopback(List<String> podAddresses, String preferred) {
        boolean v4 = podAddresses.isEmpty() || podAddresses.stream().anyMatch(address -> address.indexOf(':') < 0);
        boolean v6 = podAddresses.stream().anyMatch(address -> address.indexOf(':') >= 0);
        if (v4 && v6) {
            return preferred;
        }
        return v4 ? LOCALHOST_V4 : LOCALHOST_V6;
    }

    private static String joined(String address, String port) {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
