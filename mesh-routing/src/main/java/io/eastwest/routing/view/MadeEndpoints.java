package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Endpoints that Kubernetes would list for a Service with a selector. Mirrors Kubernetes {@code
 * staging/src/k8s.io/endpointslice/reconciler.go, utils.go}.
 */
final class MadeEndpoints {
    private MadeEndpoints() {}

    static List<ServiceEndpoint> of(KubernetesService service, ClusterWorkloads cluster) {
        if (service.spec().selector().isEmpty()) {
            return List.of();
        }
        String namespace = service.metadata().namespaceOrDefault();
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        for (IpFamily family : IpFamily.of(service.spec())) {
            for (Pod pod :
                    cluster.cluster().pods(namespace).select(service.spec().selector())) {
                cluster.pod(pod).ifPresent(workload -> add(service, pod, workload, family, cluster, endpoints));
            }
        }
        return endpoints;
    }

    private static void add(
            KubernetesService service,
            Pod pod,
            Workload workload,
            IpFamily family,
            ClusterWorkloads cluster,
            List<ServiceEndpoint> endpoints) {
        String address =
                workload.addresses().stream().filter(family::has).findFirst().orElse("");
        if (address.isEmpty()) {
            return;
        }
        EndpointState state = state(service, pod);
        String network = cluster.network(workload, address);
        for (ServicePort port : service.spec().ports()) {
            OptionalInt number = PodState.findPort(pod, port);
            if (number.isPresent()) {
                endpoints.add(new WorkloadEndpoint(
                        workload, address, number.getAsInt(), port.name().orElse(""), network, state));
            }
        }
    }

    private static EndpointState state(KubernetesService service, Pod pod) {
        boolean serving = PodState.isReady(pod);
        boolean terminating = PodState.isTerminating(pod);
        boolean ready = service.spec().publishNotReadyAddresses().orElse(false) || (serving && !terminating);
        return EndpointStates.of(ready, serving, terminating, EndpointStates.supportsDraining(service));
    }
}
