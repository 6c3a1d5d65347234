package io.eastwest.routing.endpoints;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.NetworkAddress;
import io.eastwest.routing.ambient.Waypoint;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Endpoints of the waypoint of a service, which gateways get instead of those of the service when the service says so. Mirrors
 * istio 1.30.3 {@code pilot/pkg/xds/endpoints/endpoint_builder.go:findServiceWaypoint}.
 */
final class WaypointEndpoints {
    private final ControlPlaneView view;
    private final Supplier<Optional<AmbientIndex>> ambient;

    WaypointEndpoints(ControlPlaneView view, Supplier<Optional<AmbientIndex>> ambient) {
        this.view = view;
        this.ambient = ambient;
    }

    /** {@return the endpoints of the waypoint; empty: those of the service count} */
    Optional<List<EndpointGroup>> find(EndpointQuery query) {
        boolean gateway = query.proxy().kind() == MeshProxy.Kind.ROUTER;
        if (!gateway || !view.ambient().gatewaysUseWaypoints() || query.resolvedByProxy() || query.mutualTlsOnly()) {
            return Optional.empty();
        }
        MeshService service = query.service();
        return ambient.get()
                .flatMap(index -> index.serviceByHostname(service.hostname(), service.namespace()))
                .filter(found -> found.service().namespace().equals(service.namespace()))
                .filter(AmbientService::gatewaysUseWaypoint)
                .flatMap(found -> groups(query, found));
    }

    private Optional<List<EndpointGroup>> groups(EndpointQuery query, AmbientService called) {
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
        Map<String, List<GroupMember>> byLocality = new TreeMap<>();
        for (ServiceEndpoint endpoint : view.endpoints(waypoint.get())) {
            if (endpoint.portName().equals(port) && endpoint.state() == EndpointState.HEALTHY) {
                byLocality
                        .computeIfAbsent(endpoint.locality(), key -> new ArrayList<>())
                        .add(new GroupMember(member(endpoint, target), new TreeMap<>(endpoint.labels())));
            }
        }
        List<EndpointGroup> groups = new ArrayList<>();
        byLocality.forEach((locality, members) -> groups.add(EndpointGroup.builder()
                .locality(Locality.parse(locality))
                .members(members)
                .weight(OptionalLong.of(members.size()))
                .build()));
        return Optional.of(groups);
    }

    private static LbEndpoint member(ServiceEndpoint endpoint, String target) {
        return LbEndpoint.builder()
                .address(AddressText.of(endpoint.address(), endpoint.port()))
                .weight(endpoint.weight() == 0 ? 1 : endpoint.weight())
                .mutualTls(false)
                .tunnel(true)
                .tunnelTarget(target)
                .owner(endpoint.owner())
                .build();
    }
}
