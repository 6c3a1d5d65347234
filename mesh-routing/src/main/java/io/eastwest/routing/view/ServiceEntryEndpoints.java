package io.eastwest.routing.view;

import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.ServiceEntryPort;
import io.eastwest.model.istio.networking.ServiceEntrySpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Endpoints of a ServiceEntry. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/serviceentry/conversion.go:convertServiceEntryToInstances, services,
 * mergeServicesInstancesByNamespaceHost}.
 */
final class ServiceEntryEndpoints {
    private static final String UNIX = "unix://";

    private ServiceEntryEndpoints() {}

    /**
     * The endpoints of one service.
     *
     * @param entry the ServiceEntry
     * @param service one of its services
     * @param view workloads of all clusters
     */
    static List<ServiceEndpoint> of(Configured<ServiceEntry> entry, MeshService service, MeshWorkloads view) {
        ServiceEntrySpec spec = entry.resource().spec();
        boolean dns = isDns(service);
        if (spec.workloadSelector().isPresent()) {
            List<Workload> selected = view
                    .select(entry.namespace(), spec.workloadSelector().get().labels())
                    .stream()
                    .filter(workload -> dns || workload.hasIp())
                    .toList();
            return endpoints(selected, spec);
        }
        WorkloadFactory factory = view.configurationCluster().factory();
        List<Workload> workloads = new ArrayList<>();
        if (spec.endpoints().isEmpty() && dns) {
            workloads.add(factory.ofHost(service.hostname(), entry.namespace(), entry.name()));
        }
        for (int i = 0; i < spec.endpoints().size(); i++) {
            workloads.add(factory.ofInline(spec.endpoints().get(i), entry.namespace(), entry.name() + "-" + i));
        }
        return endpoints(workloads, spec);
    }

    static boolean isDns(MeshService service) {
        return service.resolution() == Resolution.DNS || service.resolution() == Resolution.DNS_ROUND_ROBIN;
    }

    private static List<ServiceEndpoint> endpoints(List<Workload> workloads, ServiceEntrySpec spec) {
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        for (Workload workload : workloads) {
            for (ServiceEntryPort port : spec.ports()) {
                boolean socket = workload.address().startsWith(UNIX);
                endpoints.add(new WorkloadEndpoint(
                        workload,
                        workload.address(),
                        socket ? 0 : targetPort(workload, port),
                        port.name(),
                        port.number(),
                        workload.network(),
                        EndpointState.HEALTHY));
            }
        }
        return endpoints;
    }

    private static int targetPort(Workload workload, ServiceEntryPort port) {
        int own = workload.ports().getOrDefault(port.name(), 0);
        if (own > 0) {
            return own;
        }
        int target = port.targetPort().orElse(0);
        return target > 0 ? target : port.number();
    }

    /** {@return the endpoints of services of one host and namespace; DNS round robin keeps the first of each port} */
    static List<ServiceEndpoint> merge(List<MeshService> services, List<List<ServiceEndpoint>> endpoints) {
        Set<Integer> ports = new LinkedHashSet<>();
        List<ServiceEndpoint> merged = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            boolean firstOnly = services.get(i).resolution() == Resolution.DNS_ROUND_ROBIN;
            for (ServiceEndpoint endpoint : endpoints.get(i)) {
                if (ports.add(endpoint.servicePort()) || !firstOnly) {
                    merged.add(endpoint);
                }
            }
        }
        return merged;
    }
}
