package io.eastwest.routing.ambient;

import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.TunnelProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Endpoints of a service: one for each workload of the own network, one for each other network that has a gateway. Mirrors
 * istio 1.30.3 {@code pilot/pkg/serviceregistry/ambient/multicluster.go:createSplitHorizonWorkload}.
 */
final class AmbientEndpoints {
    private static final String UNIX = "unix://";

    private final String network;
    private final AmbientWorkloads workloads;
    private final AmbientGateways gateways;
    private final String trustDomain;

    AmbientEndpoints(String network, AmbientWorkloads workloads, AmbientGateways gateways, String trustDomain) {
        this.network = network;
        this.workloads = workloads;
        this.gateways = gateways;
        this.trustDomain = trustDomain;
    }

    /** What of a workload is known before its ports are complete. */
    private record Draft(
            AmbientWorkload workload, String address, SortedMap<Integer, Integer> ports, boolean healthy) {}

    AmbientService complete(AmbientServices.Base base, List<ServiceEndpoint> endpoints) {
        MeshService service = base.service();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (ServiceEndpoint endpoint : endpoints) {
            service.ports().stream()
                    .filter(port -> port.name().equals(endpoint.portName()))
                    .forEach(port -> add(base, port, endpoint, drafts));
        }
        List<AmbientEndpoint> complete = new ArrayList<>();
        Map<String, Long> capacities = new LinkedHashMap<>();
        Set<String> principals = new TreeSet<>();
        drafts.values().forEach(draft -> {
            AmbientWorkload workload = draft.workload();
            if (workload.network().equals(network)) {
                complete.add(new AmbientEndpoint(workload, draft.address(), draft.ports(), draft.healthy()));
            } else if (base.global()) {
                capacities.merge(workload.network(), Math.max(1, workload.capacity()), Long::sum);
                workload.principal().ifPresent(principals::add);
            }
        });
        capacities.forEach((other, capacity) ->
                gateways.of(other).ifPresent(gateway -> complete.add(standIn(service, gateway, capacity))));
        return AmbientService.builder()
                .service(service)
                .addresses(base.addresses())
                .waypoint(base.choice().waypoint())
                .waypointProblem(base.choice().problem())
                .gatewaysUseWaypoint(base.gatewaysUseWaypoint())
                .global(base.global())
                .choice(EndpointChoice.of(service))
                .endpoints(complete)
                .remotePrincipals(principals)
                .build();
    }

    private void add(
            AmbientServices.Base base, MeshServicePort port, ServiceEndpoint endpoint, Map<String, Draft> drafts) {
        if (endpoint.address().startsWith(UNIX)) {
            return;
        }
        AmbientWorkload workload = endpoint.owner()
                .flatMap(workloads::byId)
                .map(known -> known.toBuilder()
                        .capacity(Math.max(1, endpoint.weight()))
                        .build())
                .orElseGet(() -> opaque(base.service(), endpoint));
        boolean healthy =
                endpoint.state() == EndpointState.HEALTHY || base.service().publishNotReadyAddresses();
        String key = endpoint.owner().orElse(endpoint.address());
        Draft draft =
                drafts.computeIfAbsent(key, each -> new Draft(workload, endpoint.address(), new TreeMap<>(), healthy));
        draft.ports().putIfAbsent(port.number(), endpoint.port());
    }

    /** {@return what is known of an address behind which no workload is found} */
    private AmbientWorkload opaque(MeshService service, ServiceEndpoint endpoint) {
        int account = endpoint.serviceAccount().lastIndexOf("/sa/");
        return AmbientWorkload.builder()
                .id(service.namespace() + "/" + service.hostname() + "/" + endpoint.address())
                .cluster(endpoint.cluster())
                .namespace(service.namespace())
                .addAddress(endpoint.address())
                .network(endpoint.network().isEmpty() ? network : endpoint.network())
                .locality(endpoint.locality())
                .node("")
                .principal(
                        account < 0
                                ? Optional.empty()
                                : Optional.of(Identities.principal(
                                        trustDomain,
                                        service.namespace(),
                                        endpoint.serviceAccount().substring(account + 4))))
                .tunnel(endpoint.tunnel())
                .capacity(Math.max(1, endpoint.weight()))
                .build();
    }

    private AmbientEndpoint standIn(MeshService service, AmbientGateway gateway, long capacity) {
        SortedMap<Integer, Integer> ports = new TreeMap<>();
        service.ports().forEach(port -> ports.put(port.number(), port.number()));
        AmbientWorkload workload = AmbientWorkload.builder()
                .id("network " + gateway.network() + " of " + service.hostname())
                .cluster(gateway.cluster())
                .namespace(service.namespace())
                .network(gateway.network())
                .locality("")
                .node("")
                .tunnel(TunnelProtocol.HBONE)
                .capacity(capacity)
                .gateway(gateway)
                .build();
        return new AmbientEndpoint(workload, "", ports, true);
    }
}
