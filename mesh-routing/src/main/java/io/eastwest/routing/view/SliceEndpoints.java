package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.AddressType;
import io.eastwest.model.kubernetes.Endpoint;
import io.eastwest.model.kubernetes.EndpointConditions;
import io.eastwest.model.kubernetes.EndpointPort;
import io.eastwest.model.kubernetes.EndpointSlice;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.TargetReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Endpoints of the EndpointSlices of manifests. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/controller/endpointslice.go:updateEndpointCacheForSlice}.
 */
final class SliceEndpoints {
    private final Optional<KubernetesService> service;
    private final ClusterWorkloads cluster;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<ServiceEndpoint> endpoints = new ArrayList<>();

    private SliceEndpoints(Optional<KubernetesService> service, ClusterWorkloads cluster) {
        this.service = service;
        this.cluster = cluster;
    }

    static List<ServiceEndpoint> of(
            List<EndpointSlice> slices, Optional<KubernetesService> service, ClusterWorkloads cluster) {
        SliceEndpoints result = new SliceEndpoints(service, cluster);
        for (EndpointSlice slice : slices) {
            if (slice.addressType() != AddressType.FQDN) {
                slice.endpoints().forEach(endpoint -> result.add(slice, endpoint));
            }
        }
        return result.endpoints;
    }

    private void add(EndpointSlice slice, Endpoint endpoint) {
        EndpointState state = state(endpoint.conditions());
        for (String address : endpoint.addresses()) {
            workload(slice, endpoint, address).ifPresent(workload -> {
                String network = cluster.network(workload, address);
                for (EndpointPort port : slice.ports()) {
                    String name = port.name().orElse("");
                    if (seen.add(address + "|" + name)) {
                        endpoints.add(new WorkloadEndpoint(
                                workload, address, port.port().orElse(0), name, network, state));
                    }
                }
            });
        }
    }

    /**
     * An endpoint that refers to a pod needs that pod, by name and namespace; any other may happen to be a ready pod of the same
     * namespace. Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/kube/controller/endpointslice.go:getPod}.
     */
    private Optional<Workload> workload(EndpointSlice slice, Endpoint endpoint, String address) {
        Optional<TargetReference> pod = endpoint.targetRef()
                .filter(reference -> reference.kind().filter("Pod"::equals).isPresent());
        if (pod.isPresent()) {
            return cluster.pod(
                    pod.get().namespace().orElse(""), pod.get().name().orElse(""));
        }
        return cluster.readyPod(slice.metadata().namespaceOrDefault(), address)
                .or(() -> Optional.of(cluster.factory().ofAddress(address)));
    }

    private EndpointState state(Optional<EndpointConditions> conditions) {
        boolean ready = conditions.flatMap(EndpointConditions::ready).orElse(true);
        boolean serving = conditions.flatMap(EndpointConditions::serving).orElse(true);
        boolean terminating = service.isPresent()
                && conditions.flatMap(EndpointConditions::terminating).orElse(true);
        return EndpointStates.of(
                ready,
                serving,
                terminating,
                service.filter(EndpointStates::supportsDraining).isPresent());
    }
}
