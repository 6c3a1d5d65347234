package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.IntOrString;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceSpec;
import io.eastwest.model.kubernetes.ServiceType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * WorkloadEntries that a Service of their cluster and namespace takes. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/controller/controller.go:collectWorkloadInstanceEndpoints,
 * serviceInstanceFromWorkloadInstance}.
 */
final class EntryEndpoints {
    private EntryEndpoints() {}

    static List<ServiceEndpoint> of(KubernetesService service, ClusterWorkloads cluster) {
        ServiceSpec spec = service.spec();
        if (spec.selector().isEmpty() || spec.isHeadless() || isExternalName(spec)) {
            return List.of();
        }
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        List<Workload> workloads = cluster.entries(service.metadata().namespaceOrDefault());
        for (ServicePort port : spec.ports()) {
            for (Workload workload : workloads) {
                if (workload.hasIp()
                        && workload.labels()
                                .entrySet()
                                .containsAll(spec.selector().entrySet())) {
                    port(workload, port)
                            .ifPresent(number -> endpoints.add(new WorkloadEndpoint(
                                    workload,
                                    workload.address(),
                                    number,
                                    port.name().orElse(""),
                                    workload.network(),
                                    EndpointState.HEALTHY)));
                }
            }
        }
        return endpoints;
    }

    private static boolean isExternalName(ServiceSpec spec) {
        return spec.type().filter(ServiceType.ExternalName::equals).isPresent();
    }

    /** {@return number of a service port on a WorkloadEntry; empty: it names no port of the target's name} */
    static OptionalInt port(Workload workload, ServicePort port) {
        IntOrString target = port.targetPort()
                .filter(written -> !PodState.isZero(written))
                .orElseGet(() -> IntOrString.of(port.port()));
        return target.match(
                number -> {
                    int own = workload.ports().getOrDefault(port.name().orElse(""), 0);
                    return OptionalInt.of(own == 0 ? number.value() : own);
                },
                name -> {
                    int own = workload.ports().getOrDefault(name.value(), 0);
                    return own == 0 ? OptionalInt.empty() : OptionalInt.of(own);
                });
    }
}
