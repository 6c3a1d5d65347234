package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.TransportProtocol;
import java.util.Locale;

/**
 * Protocol of a port of a Kubernetes Service. Mirrors istio 1.30.3 {@code pkg/config/kube/conversion.go:ConvertProtocol}.
 */
final class ServicePortProtocols {
    private static final String GRPC_WEB = "grpc-web";

    private ServicePortProtocols() {}

    static PortProtocol of(ServicePort port) {
        if (port.protocol().filter(TransportProtocol.UDP::equals).isPresent()) {
            return PortProtocol.UDP;
        }
        String name = port.appProtocol().or(port::name).orElse("");
        if (port.appProtocol().isPresent()) {
            switch (name) {
                case "kubernetes.io/h2c" -> {
                    return PortProtocol.HTTP2;
                }
                case "kubernetes.io/ws" -> {
                    return PortProtocol.HTTP;
                }
                case "kubernetes.io/wss" -> {
                    return PortProtocol.HTTPS;
                }
                default -> {
                    // no name of Kubernetes' own
                }
            }
        }
        if (name.toLowerCase(Locale.ROOT).startsWith(GRPC_WEB)) {
            return PortProtocol.GRPC_WEB;
        }
        int dash = name.indexOf('-');
        PortProtocol protocol = PortProtocol.parse(dash < 0 ? name : name.substring(0, dash));
        return protocol == PortProtocol.UNSUPPORTED && isWellKnown(port.port()) ? PortProtocol.TCP : protocol;
    }

    /** Servers on these ports speak first, so nothing can be detected: SMTP, DNS, MySQL, MongoDB. */
    private static boolean isWellKnown(int port) {
        return port == 25 || port == 53 || port == 3306 || port == 27017;
    }
}
