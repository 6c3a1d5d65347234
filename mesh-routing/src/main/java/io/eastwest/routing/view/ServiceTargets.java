package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Services that a proxy serves itself. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/controller/controller.go:GetProxyServiceTargets}.
 */
final class ServiceTargets {
    private record Bound(int port, PortProtocol protocol) {}

    private final ClusterWorkloads cluster;
    private final Function<KubernetesService, MeshService> model;

    /**
     * Looks at one cluster.
     *
     * @param cluster the cluster of the proxy
     * @param model what its registry makes of a Service
     */
    ServiceTargets(ClusterWorkloads cluster, Function<KubernetesService, MeshService> model) {
        this.cluster = cluster;
        this.model = model;
    }

    List<ServiceTarget> of(MeshProxy proxy) {
        Optional<Workload> entry = entry(proxy);
        if (entry.isPresent()) {
            return ofEntry(entry.get());
        }
        Optional<Pod> pod = cluster.pod(proxy.namespace(), proxy.name()).flatMap(Workload::pod);
        List<KubernetesService> selecting = pod.map(
                        found -> selecting(proxy.namespace(), found.metadata().labels()))
                .orElse(List.of());
        if (selecting.isEmpty()) {
            return listed(proxy);
        }
        List<ServiceTarget> targets = new ArrayList<>();
        for (KubernetesService service : selecting) {
            targets.addAll(targets(service, port -> PodState.findPort(pod.get(), port)));
        }
        return targets;
    }

    /**
     * The WorkloadEntry at the first address of a proxy. Mirrors istio 1.30.3 {@code
     * pilot/pkg/serviceregistry/util/workloadinstances/util.go:GetInstanceForProxy}.
     */
    private Optional<Workload> entry(MeshProxy proxy) {
        List<Workload> same = cluster.entries().stream()
                .flatMap(List::stream)
                .filter(workload -> workload.hasIp()
                        && proxy.addresses().stream()
                                .findFirst()
                                .filter(workload.address()::equals)
                                .isPresent())
                .toList();
        List<Workload> near = same.stream()
                .filter(workload -> workload.namespace().equals(proxy.namespace()))
                .toList();
        return near.stream()
                .filter(workload -> workload.name().equals(proxy.name()))
                .findFirst()
                .or(() -> near.stream().findFirst())
                .or(() -> same.stream().findFirst());
    }

    private List<KubernetesService> selecting(String namespace, Map<String, String> labels) {
        return cluster.selecting(namespace, labels);
    }

    private List<ServiceTarget> ofEntry(Workload entry) {
        List<ServiceTarget> targets = new ArrayList<>();
        for (KubernetesService service : selecting(entry.namespace(), entry.labels())) {
            MeshService model = this.model.apply(service);
            if (model.resolution() != Resolution.CLIENT_SIDE) {
                continue;
            }
            for (int i = 0; i < model.ports().size(); i++) {
                MeshServicePort port = model.ports().get(i);
                if (port.protocol() != PortProtocol.UDP) {
                    EntryEndpoints.port(entry, service.spec().ports().get(i))
                            .ifPresent(number -> targets.add(new ServiceTarget(model, port, number)));
                }
            }
        }
        return targets;
    }

    /** Several ports of a service with one target and protocol are one target. */
    private List<ServiceTarget> targets(KubernetesService service, Function<ServicePort, OptionalInt> find) {
        MeshService model = this.model.apply(service);
        Map<Bound, ServiceTarget> targets = new LinkedHashMap<>();
        for (int i = 0; i < model.ports().size(); i++) {
            MeshServicePort port = model.ports().get(i);
            find.apply(service.spec().ports().get(i))
                    .ifPresent(number -> targets.putIfAbsent(
                            new Bound(number, port.protocol()), new ServiceTarget(model, port, number)));
        }
        return new ArrayList<>(targets.values());
    }

    /** Services without selector whose EndpointSlices list the proxy's address. */
    private List<ServiceTarget> listed(MeshProxy proxy) {
        List<ServiceTarget> targets = new ArrayList<>();
        String address = proxy.addresses().isEmpty() ? "" : proxy.addresses().get(0);
        for (KubernetesService service : cluster.services(proxy.namespace())) {
            if (cluster.cluster()
                    .slices(proxy.namespace(), service.metadata().name())
                    .isEmpty()) {
                continue;
            }
            MeshService model = this.model.apply(service);
            for (ServiceEndpoint endpoint : ServiceEndpointIndex.ofCluster(
                    proxy.namespace(), service.metadata().name(), cluster)) {
                if (endpoint.address().equals(address)) {
                    model.ports().stream()
                            .filter(port -> port.name().equals(endpoint.portName()))
                            .findFirst()
                            .ifPresent(port -> targets.add(new ServiceTarget(model, port, endpoint.port())));
                }
            }
        }
        return targets;
    }
}
