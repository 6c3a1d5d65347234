package io.eastwest.routing.gateway;

import io.eastwest.routing.rules.GatewayServer;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.ServiceTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Servers of all Gateways of a pod by port. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/push_context.go:mergeGateways} and {@code pilot/pkg/model/gateway.go:mergeGateways, resolvePorts}.
 */
final class MergedServers {
    private static final String NO_TRANSLATION = "experimental.istio.io/disable-gateway-port-translation";

    private final Map<Key, List<BoundServer>> byPort = new LinkedHashMap<>();
    private final Map<String, List<BoundServer>> byRoutes = new LinkedHashMap<>();
    private final Map<Integer, Key> plaintext = new LinkedHashMap<>();
    private final Map<Integer, Map<String, String>> tlsHosts = new LinkedHashMap<>();
    private final Set<Integer> ports = new TreeSet<>();

    /**
     * Servers that share chains.
     *
     * @param port port of the pod
     * @param protocol protocol as written
     * @param bind bind address; empty: all
     */
    record Key(int port, String protocol, String bind) {}

    static MergedServers of(MeshProxy proxy, List<ServiceTarget> targets, List<MeshGateway> gateways) {
        MergedServers merged = new MergedServers();
        for (MeshGateway gateway : gateways) {
            if (!gateway.gatewayServices().isEmpty()) {
                List<ServiceTarget> named = targets.stream()
                        .filter(target -> gateway.gatewayServices()
                                        .contains(target.service().hostname())
                                && target.service().namespace().equals(gateway.serviceNamespace()))
                        .toList();
                merged.add(gateway, named, false);
            } else if (!gateway.gatewaySemantics()
                    && proxy.labels().entrySet().containsAll(gateway.selector().entrySet())) {
                merged.add(gateway, targets, true);
            }
        }
        return merged;
    }

    /** {@return servers by port, protocol and bind address, in the order of the Gateways} */
    Map<Key, List<BoundServer>> byPort() {
        return byPort;
    }

    /** {@return servers of each route configuration} */
    Map<String, List<BoundServer>> byRoutes() {
        return byRoutes;
    }

    private void add(MeshGateway gateway, List<ServiceTarget> targets, boolean selected) {
        for (GatewayServer each : gateway.servers()) {
            List<String> hosts = BoundServer.hosts(each.server().hosts(), gateway.namespace());
            for (int port : ports(each.server().port().number(), targets, selected)) {
                add(new BoundServer(gateway, each.server(), each.origin(), hosts, port));
            }
        }
    }

    private static Set<Integer> ports(int number, List<ServiceTarget> targets, boolean selected) {
        Set<Integer> resolved = new LinkedHashSet<>();
        for (ServiceTarget target : targets) {
            boolean optedOut = selected && target.service().labels().containsKey(NO_TRANSLATION);
            if (!optedOut && target.port().number() == number && (resolved.isEmpty() || !selected)) {
                resolved.add(target.workloadPort());
            }
        }
        if (resolved.isEmpty() && selected) {
            resolved.add(number);
        }
        return resolved;
    }

    private void add(BoundServer server) {
        if (server.tls().isPresent() && !claimHosts(server)) {
            return;
        }
        Key key = new Key(server.port(), server.server().port().protocol(), server.bind());
        if (ports.add(server.port())) {
            open(server, key);
            return;
        }
        Key current = plaintext.get(server.port());
        if (current != null) {
            joinPlaintext(server, key, current);
        } else if (!server.isTls()) {
            open(server, key);
        } else {
            joinTls(server, key);
        }
    }

    private boolean claimHosts(BoundServer server) {
        Map<String, String> known = tlsHosts.computeIfAbsent(server.port(), key -> new LinkedHashMap<>());
        if (server.hosts().stream().anyMatch(host -> server.bind().equals(known.get(host)))) {
            return false;
        }
        server.hosts().forEach(host -> known.put(host, server.bind()));
        return true;
    }

    private void open(BoundServer server, Key key) {
        if (!server.isTls()) {
            plaintext.put(server.port(), key);
        }
        if (server.isHttp()) {
            byRoutes.put(server.routeConfiguration(), new ArrayList<>(List.of(server)));
        }
        byPort.put(key, new ArrayList<>(List.of(server)));
    }

    private void joinPlaintext(BoundServer server, Key key, Key current) {
        boolean sameBind = current.bind().equals(key.bind());
        if (sameBind && !isHttp(key, current)) {
            return;
        }
        if (!sameBind && !byPort.containsKey(key)) {
            open(server, key);
            return;
        }
        byPort.computeIfAbsent(sameBind ? current : key, each -> new ArrayList<>())
                .add(server);
        byRoutes.computeIfAbsent(server.routeConfiguration(), name -> new ArrayList<>())
                .add(server);
    }

    private static boolean isHttp(Key one, Key other) {
        return PortProtocol.parse(one.protocol()).isHttp()
                && PortProtocol.parse(other.protocol()).isHttp();
    }

    private void joinTls(BoundServer server, Key key) {
        if (server.isHttp()) {
            if (byRoutes.containsKey(server.routeConfiguration())) {
                return;
            }
            byRoutes.put(server.routeConfiguration(), new ArrayList<>(List.of(server)));
        }
        byPort.computeIfAbsent(key, each -> new ArrayList<>()).add(server);
    }
}
