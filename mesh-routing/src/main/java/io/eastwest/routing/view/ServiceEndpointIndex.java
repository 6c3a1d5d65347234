package io.eastwest.routing.view;

import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.kubernetes.EndpointSlice;
import io.eastwest.model.kubernetes.KubernetesService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Endpoints of every hostname and namespace, made when they are asked for. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/endpointshards.go}.
 */
final class ServiceEndpointIndex {
    private record ServiceKey(String hostname, String namespace) {}

    private record EntryService(Configured<ServiceEntry> entry, MeshService service) {}

    private final MeshWorkloads workloads;
    private final String domainSuffix;
    private final Map<ServiceKey, List<EntryService>> entries = new LinkedHashMap<>();
    private final Map<ServiceKey, List<ServiceEndpoint>> known = new ConcurrentHashMap<>();

    ServiceEndpointIndex(MeshWorkloads workloads, String domainSuffix) {
        this.workloads = workloads;
        this.domainSuffix = domainSuffix;
    }

    void add(Configured<ServiceEntry> entry, List<MeshService> services) {
        for (MeshService service : services) {
            entries.computeIfAbsent(key(service), key -> new ArrayList<>(1)).add(new EntryService(entry, service));
        }
    }

    private static ServiceKey key(MeshService service) {
        return new ServiceKey(service.hostname(), service.namespace());
    }

    /** {@return endpoints of ServiceEntries, then those of each cluster by cluster id} */
    List<ServiceEndpoint> of(MeshService service) {
        return known.computeIfAbsent(key(service), this::load);
    }

    private List<ServiceEndpoint> load(ServiceKey key) {
        List<ServiceEndpoint> endpoints = new ArrayList<>(external(key));
        String suffix = "." + key.namespace() + ".svc." + domainSuffix;
        if (key.hostname().endsWith(suffix)) {
            String name = key.hostname().substring(0, key.hostname().length() - suffix.length());
            workloads.clusters().stream()
                    .sorted((a, b) -> a.cluster().name().compareTo(b.cluster().name()))
                    .forEach(cluster -> endpoints.addAll(ofCluster(key.namespace(), name, cluster)));
        }
        return Collections.unmodifiableList(endpoints);
    }

    private List<ServiceEndpoint> external(ServiceKey key) {
        List<EntryService> services = entries.getOrDefault(key, List.of());
        return ServiceEntryEndpoints.merge(
                services.stream().map(EntryService::service).toList(),
                services.stream()
                        .map(found -> ServiceEntryEndpoints.of(found.entry(), found.service(), workloads))
                        .toList());
    }

    /** {@return endpoints of a Service in one cluster: from its EndpointSlices or pods, and its WorkloadEntries} */
    static List<ServiceEndpoint> ofCluster(String namespace, String name, ClusterWorkloads cluster) {
        if (!cluster.isDiscovered(namespace)) {
            return List.of();
        }
        Optional<KubernetesService> service = cluster.cluster().service(namespace, name);
        List<EndpointSlice> slices = cluster.cluster().slices(namespace, name);
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        if (!slices.isEmpty()) {
            endpoints.addAll(SliceEndpoints.of(slices, service, cluster));
        } else {
            service.ifPresent(found -> endpoints.addAll(MadeEndpoints.of(found, cluster)));
        }
        service.ifPresent(found -> endpoints.addAll(EntryEndpoints.of(found, cluster)));
        return endpoints;
    }

    /** {@return services of ServiceEntries of a namespace that list or select an address, each with its port there} */
    List<ServiceTarget> externalTargets(String namespace, List<String> addresses) {
        List<ServiceTarget> targets = new ArrayList<>();
        entries.forEach((key, services) -> {
            if (key.namespace().equals(namespace)) {
                services.forEach(found -> addTargets(found, addresses, targets));
            }
        });
        return targets;
    }

    private void addTargets(EntryService found, List<String> addresses, List<ServiceTarget> targets) {
        for (ServiceEndpoint endpoint : ServiceEntryEndpoints.of(found.entry(), found.service(), workloads)) {
            if (addresses.contains(endpoint.address())) {
                found.service().ports().stream()
                        .filter(port -> port.name().equals(endpoint.portName()))
                        .forEach(port -> targets.add(new ServiceTarget(found.service(), port, endpoint.port())));
            }
        }
    }
}
