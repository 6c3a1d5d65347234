package io.eastwest.routing.endpoints;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.NetworkAddress;
import io.eastwest.routing.ambient.Waypoint;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Endpoints of the waypoint of a service, which gateways get instead of those of the service when the service says so. What the
 * gateway sees of them follows from the service that is called. Mirrors istio 1.30.3 {@code pilot/pkg/xds/endpoints/endpoint_builder.go:findServiceWaypoint}.
 */
final class WaypointEndpoints {
    /**
     * Endpoints with the way to send them.
     *
     * @param endpoints endpoints as registered
     * @param member makes one as it would be sent
     */
    record Found(List<ServiceEndpoint> endpoints, Function<ServiceEndpoint, GroupMember> member) {}

    private final ControlPlaneView view;
    private final Supplier<Optional<AmbientIndex>> ambient;
    private final Predicate<MeshService> isClusterLocal;

    WaypointEndpoints(
            ControlPlaneView view, Supplier<Optional<AmbientIndex>> ambient, Predicate<MeshService> isClusterLocal) {
        this.view = view;
        this.ambient = ambient;
        this.isClusterLocal = isClusterLocal;
    }

    /** {@return the endpoints of the waypoint; empty: those of the service count} */
    Optional<Found> find(EndpointQuery query) {
        boolean gateway = query.proxy().kind() == MeshProxy.Kind.ROUTER;
        if (!gateway || !view.ambient().gatewaysUseWaypoints() || query.resolvedByProxy() || query.mutualTlsOnly()) {
            return Optional.empty();
        }
        MeshService service = query.service();
        return ambient.get()
                .flatMap(index -> index.serviceByHostname(service.hostname(), service.namespace()))
                .filter(found -> found.service().namespace().equals(service.namespace()))
                .filter(AmbientService::gatewaysUseWaypoint)
                .flatMap(found -> found(query, found));
    }

    private Optional<Found> found(EndpointQuery query, AmbientService called) {
        Optional<String> address =
                called.addresses().stream().map(NetworkAddress::address).findFirst();
        Optional<MeshService> waypoint = called.waypoint()
                .flatMap(Waypoint::hostname)
                .flatMap(name -> view.servicesByHostname(name).stream().findFirst());
        if (address.isEmpty() || waypoint.isEmpty()) {
            return Optional.empty();
        }
        String target = AddressText.of(address.get(), query.port().number());
        String port = waypoint.get()
                .port(Waypoint.HBONE_PORT)
                .map(MeshServicePort::name)
                .orElse("");
        boolean ofCluster = waypoint.get().nodeLocal() || isClusterLocal.test(waypoint.get());
        List<ServiceEndpoint> endpoints = view.endpoints(waypoint.get()).stream()
                .filter(endpoint -> endpoint.portName().equals(port))
                .filter(endpoint ->
                        !ofCluster || endpoint.cluster().equals(query.proxy().cluster()))
                .toList();
        return Optional.of(new Found(endpoints, endpoint -> member(endpoint, target)));
    }

    private static GroupMember member(ServiceEndpoint endpoint, String target) {
        LbEndpoint sent = LbEndpoint.builder()
                .address(AddressText.of(endpoint.address(), endpoint.port()))
                .weight(endpoint.weight() == 0 ? 1 : endpoint.weight())
                .health(EndpointGroups.health(endpoint))
                .mutualTls(false)
                .tunnel(true)
                .tunnelTarget(target)
                .owner(endpoint.owner())
                .build();
        return new GroupMember(sent, new TreeMap<>(endpoint.labels()));
    }
}
