package io.eastwest.routing.waypoint;

import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.Mirror;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.PortProtocol;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of clusters at a waypoint: those of services that it serves differ from those of others. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/listener_waypoint.go:getWaypointDestinationCluster, portToSubset}.
 */
final class ServedServices {
    private static final String OUTBOUND = "outbound";
    private static final String DIRECTION = "inbound-vip";

    private final Map<String, MeshService> byHostname = new LinkedHashMap<>();

    ServedServices(Collection<MeshService> services) {
        services.forEach(service -> byHostname.putIfAbsent(service.hostname(), service));
    }

    static String http(MeshService service, int port) {
        return new SubsetKey(DIRECTION, port, "http", service.hostname()).clusterName();
    }

    static String tcp(MeshService service, int port) {
        return new SubsetKey(DIRECTION, port, "tcp", service.hostname()).clusterName();
    }

    /** {@return the name at a waypoint of a cluster that a sidecar would have} */
    String name(String cluster) {
        SubsetKey key = SubsetKey.parse(cluster);
        MeshService service = byHostname.get(key.host());
        if (!key.direction().equals(OUTBOUND) || service == null) {
            return cluster;
        }
        PortProtocol protocol =
                service.port(key.port()).map(port -> port.protocol()).orElse(PortProtocol.UNSUPPORTED);
        String kind = protocol.isHttp() || protocol == PortProtocol.UNSUPPORTED ? "http" : "tcp";
        String subset = key.subset().isEmpty() ? kind : kind + "/" + key.subset();
        return new SubsetKey(DIRECTION, key.port(), subset, key.host()).clusterName();
    }

    /** {@return a route with the names of a waypoint} */
    ProxyRoute renamed(ProxyRoute route) {
        if (!(route.action() instanceof ForwardAction action)) {
            return route;
        }
        ForwardAction renamed = ForwardAction.builder()
                .from(action)
                .clusters(action.clusters().stream()
                        .map(each -> new WeightedCluster(
                                name(each.cluster()),
                                each.weight(),
                                each.requestHeaders(),
                                each.responseHeaders(),
                                each.hostRewrite()))
                        .toList())
                .mirrors(action.mirrors().stream()
                        .map(each -> new Mirror(name(each.cluster()), each.millionths()))
                        .toList())
                .build();
        return ProxyRoute.builder().from(route).action(renamed).build();
    }

    /** {@return bytes to the clusters of a waypoint} */
    TcpProxy renamed(TcpProxy proxy) {
        return new TcpProxy(
                proxy.clusters().stream()
                        .map(each -> WeightedCluster.of(name(each.cluster()), each.weight()))
                        .toList(),
                proxy.hashSourceIp(),
                proxy.origins());
    }

    Optional<MeshService> service(String hostname) {
        return Optional.ofNullable(byHostname.get(hostname));
    }
}
