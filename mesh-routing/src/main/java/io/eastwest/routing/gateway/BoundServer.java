package io.eastwest.routing.gateway;

import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.view.PortProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A server of a Gateway on one port of a pod.
 *
 * @param gateway the Gateway
 * @param server the server
 * @param origin where it is written
 * @param hosts names with their namespace resolved: plain, or {@code namespace/name}
 * @param port port that the pod listens on
 */
record BoundServer(MeshGateway gateway, Server server, Origin origin, List<String> hosts, int port) {
    private static final String ANY = "*";

    static List<String> hosts(List<String> hosts, String namespace) {
        List<String> resolved = new ArrayList<>();
        for (String host : hosts) {
            String[] parts = host.split("/", -1);
            boolean namespaced = parts.length > 1;
            if (namespaced && parts[0].equals(ANY) && parts[1].equals(ANY)) {
                return List.of(ANY);
            }
            if (namespaced && parts[0].equals(".")) {
                resolved.add(namespace + "/" + parts[1]);
            } else {
                resolved.add(namespaced && parts[0].equals(ANY) ? parts[1] : host);
            }
        }
        return List.copyOf(resolved);
    }

    PortProtocol protocol() {
        return PortProtocol.parse(server.port().protocol());
    }

    String bind() {
        return server.bind().orElse("");
    }

    Optional<ServerTlsSettings> tls() {
        return server.tls();
    }

    boolean isPassthrough() {
        return server.isPassthrough();
    }

    boolean isAutoPassthrough() {
        return tls().flatMap(ServerTlsSettings::mode)
                .filter(ServerTlsMode.AUTO_PASSTHROUGH::equals)
                .isPresent();
    }

    /** {@return whether connections carry TLS, terminated here or not} */
    boolean isTls() {
        return tls().isPresent() && !protocol().isHttp();
    }

    /** {@return whether HTTP is routed: plaintext, or TLS that is terminated} */
    boolean isHttp() {
        return protocol().isHttp() || terminatesHttps();
    }

    boolean terminatesHttps() {
        return protocol() == PortProtocol.HTTPS && tls().isPresent() && !isPassthrough();
    }

    boolean redirectsToHttps() {
        return tls().flatMap(ServerTlsSettings::httpsRedirect).orElse(false);
    }

    /** {@return names of the filter chain, sorted} */
    List<String> serverNames() {
        TreeSet<String> names = new TreeSet<>();
        for (String host : hosts) {
            names.add(host.substring(host.indexOf('/') + 1));
        }
        return List.copyOf(names);
    }

    /** {@return hosts for VirtualServices of a namespace} */
    List<String> hostsFor(String namespace) {
        List<String> names = new ArrayList<>();
        for (String host : hosts) {
            int slash = host.indexOf('/');
            if (slash < 0) {
                names.add(host);
            } else if (host.substring(0, slash).equals(namespace)) {
                names.add(host.substring(slash + 1));
            }
        }
        return names;
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/model/gateway.go:gatewayRDSRouteName}; empty for TCP. */
    String routeConfiguration() {
        String suffix = bind().isEmpty() ? "" : "." + bind();
        if (protocol().isHttp()) {
            return "http." + port + suffix;
        }
        if (terminatesHttps()) {
            return "https." + server.port().number() + "." + server.port().name() + "." + gateway.name() + "."
                    + gateway.namespace() + suffix;
        }
        return "";
    }
}
