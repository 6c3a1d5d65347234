package io.eastwest.routing.ambient;

import io.eastwest.model.gatewayapi.AllowedRoutes;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewayAddress;
import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.model.gatewayapi.Listener;
import io.eastwest.model.gatewayapi.RouteNamespaces;
import io.eastwest.model.gatewayapi.RouteNamespacesFrom;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The waypoints of one cluster, and which of them an object goes through. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/waypoints.go}.
 */
final class Waypoints {
    static final String USE = "istio.io/use-waypoint";
    static final String USE_NAMESPACE = "istio.io/use-waypoint-namespace";
    static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";
    private static final String FOR = "istio.io/waypoint-for";
    private static final String NONE = "none";
    private static final String BINDING = "ambient.istio.io/waypoint-inbound-binding";
    private static final String HOSTNAME = "Hostname";
    private static final String IP_ADDRESS = "IPAddress";

    private record Known(Waypoint waypoint, Gateway gateway) {}

    /**
     * The waypoint of an object.
     *
     * @param waypoint the waypoint; empty: calls go straight to the object
     * @param problem why the waypoint that is named is not used; empty: none is named, or it is used
     */
    record Choice(Optional<Waypoint> waypoint, Optional<String> problem) {
        static final Choice NOTHING = new Choice(Optional.empty(), Optional.empty());

        static Choice refused(String problem) {
            return new Choice(Optional.empty(), Optional.of(problem));
        }
    }

    private final ClusterView cluster;
    private final Map<String, Known> ready = new LinkedHashMap<>();
    private final Map<String, Gateway> gateways = new LinkedHashMap<>();

    /**
     * Finds waypoints.
     *
     * @param cluster the cluster
     * @param classes classes of the cluster of the control plane
     * @param workloads workloads of the cluster
     * @param trustDomain trust domain of identities
     */
    Waypoints(ClusterView cluster, List<GatewayClass> classes, List<WorkloadInstance> workloads, String trustDomain) {
        this.cluster = cluster;
        for (Gateway gateway : cluster.resources(Gateway.class)) {
            String key = gateway.metadata().namespaceOrDefault() + "/"
                    + gateway.metadata().name();
            gateways.put(key, gateway);
            List<String> principals = workloads.stream()
                    .filter(pod -> pod.namespace().equals(gateway.metadata().namespaceOrDefault())
                            && gateway.metadata().name().equals(pod.labels().get(GATEWAY_NAME)))
                    .map(pod -> Identities.principal(trustDomain, pod))
                    .distinct()
                    .sorted()
                    .toList();
            of(gateway, classes, principals).ifPresent(waypoint -> ready.put(key, new Known(waypoint, gateway)));
        }
    }

    private Optional<Waypoint> of(Gateway gateway, List<GatewayClass> classes, List<String> principals) {
        List<GatewayAddress> addresses =
                gateway.status().map(status -> status.addresses()).orElse(List.of());
        Optional<String> hostname = first(addresses, HOSTNAME);
        Optional<String> address = hostname.isPresent() ? Optional.empty() : first(addresses, IP_ADDRESS);
        if (hostname.isEmpty() && address.isEmpty()) {
            return Optional.empty();
        }
        String className = gateway.spec().gatewayClassName();
        String traffic = Optional.ofNullable(gateway.metadata().labels().get(FOR))
                .or(() -> classes.stream()
                        .filter(each -> each.metadata().name().equals(className))
                        .flatMap(each ->
                                Optional.ofNullable(each.metadata().labels().get(FOR)).stream())
                        .findFirst())
                .orElse("service");
        return Optional.of(Waypoint.builder()
                .cluster(cluster.name())
                .namespace(gateway.metadata().namespaceOrDefault())
                .name(gateway.metadata().name())
                .resource(gateway.key())
                .className(className)
                .hostname(hostname)
                .address(address)
                .forServices(traffic.equals("service") || traffic.equals("all"))
                .forWorkloads(traffic.equals("workload") || traffic.equals("all"))
                .principals(principals)
                .build());
    }

    private static Optional<String> first(List<GatewayAddress> addresses, String type) {
        return addresses.stream()
                .filter(address -> address.type().orElse(IP_ADDRESS).equals(type))
                .flatMap(address -> address.value().stream())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** {@return the waypoints that are ready, by namespace, then name} */
    List<Waypoint> all() {
        return ready.values().stream().map(Known::waypoint).toList();
    }

    /** {@return whether a pod is one of a waypoint's own} */
    boolean isInstance(WorkloadInstance pod) {
        String gateway = pod.labels().get(GATEWAY_NAME);
        return gateway != null && ready.containsKey(pod.namespace() + "/" + gateway);
    }

    /** {@return the waypoint for calls to a service} */
    Choice ofService(Map<String, String> labels, String namespace) {
        return choose(labels, namespace, Waypoint::forServices, "services", true);
    }

    /** {@return the waypoint for calls to a workload} */
    Choice ofWorkload(Map<String, String> labels, String namespace) {
        return choose(labels, namespace, Waypoint::forWorkloads, "workloads", labels.containsKey(USE));
    }

    private Choice choose(
            Map<String, String> labels, String namespace, Predicate<Waypoint> takes, String traffic, boolean told) {
        boolean own = labels.containsKey(USE);
        Map<String, String> source = own ? labels : cluster.namespaceLabels(namespace);
        String name = source.get(USE);
        if (name == null || name.equals(NONE)) {
            return Choice.NOTHING;
        }
        String key = source.getOrDefault(USE_NAMESPACE, namespace) + "/" + name;
        Known known = ready.get(key);
        if (known == null) {
            return Choice.refused(
                    "waypoint " + key + (gateways.containsKey(key) ? " has no address" : " is not there"));
        }
        if (!allows(known.gateway(), namespace)) {
            return Choice.refused("waypoint " + key + " does not allow namespace " + namespace);
        }
        if (!takes.test(known.waypoint())) {
            return told ? Choice.refused("waypoint " + key + " is not for " + traffic) : Choice.NOTHING;
        }
        return new Choice(Optional.of(known.waypoint()), binding(known.gateway()));
    }

    private static Optional<String> binding(Gateway gateway) {
        return gateway.metadata().annotations().containsKey(BINDING)
                ? Optional.of(gateway.key() + ": annotation " + BINDING + " is not modelled")
                : Optional.empty();
    }

    /** The listener for HBONE says whose namespaces may use it; without one only its own. */
    private boolean allows(Gateway gateway, String namespace) {
        Optional<RouteNamespaces> allowed = gateway.spec().listeners().stream()
                .filter(listener -> listener.protocol().equals("HBONE") && listener.port() == Waypoint.HBONE_PORT)
                .findFirst()
                .flatMap(Listener::allowedRoutes)
                .flatMap(AllowedRoutes::namespaces);
        RouteNamespacesFrom from =
                allowed.flatMap(RouteNamespaces::fromNamespaces).orElse(RouteNamespacesFrom.Same);
        return switch (from) {
            case All -> true;
            case Selector ->
                allowed.flatMap(RouteNamespaces::selector)
                        .filter(selector -> selector.matches(cluster.namespaceLabels(namespace)))
                        .isPresent();
            default -> gateway.metadata().namespaceOrDefault().equals(namespace);
        };
    }
}
