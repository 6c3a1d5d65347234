package io.eastwest.routing.invariant;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where the workloads of a mesh are. Made once per question. */
final class MeshPlaces {
    private final MeshRouter router;
    private final Map<String, WorkloadInstance> workloads = new LinkedHashMap<>();
    private final Map<String, Set<String>> endpoints = new LinkedHashMap<>();

    MeshPlaces(MeshRouter router) {
        this.router = router;
        for (String cluster : router.snapshot().clusters()) {
            router.view(cluster).workloads().stream()
                    .filter(workload -> workload.cluster().equals(cluster))
                    .forEach(workload -> workloads.put(id(workload), workload));
        }
    }

    static String id(WorkloadInstance workload) {
        return workload.cluster() + "/" + workload.namespace() + "/" + workload.name();
    }

    static String region(WorkloadInstance workload) {
        int slash = workload.locality().indexOf('/');
        return slash < 0 ? workload.locality() : workload.locality().substring(0, slash);
    }

    Optional<WorkloadInstance> workload(String id) {
        return Optional.ofNullable(workloads.get(id));
    }

    /** {@return whether a name is that of a service: {@code name.namespace}, or its host} */
    static boolean names(String name, MeshService service) {
        return name.equals(service.hostname()) || name.equals(service.name() + "." + service.namespace());
    }

    /** {@return workloads and addresses of all endpoints of a service, as any control plane knows them} */
    Set<String> endpoints(String service) {
        return endpoints.computeIfAbsent(service, this::find);
    }

    private Set<String> find(String name) {
        Set<String> found = new TreeSet<>();
        boolean known = false;
        for (String cluster : router.snapshot().clusters()) {
            for (MeshService service : router.view(cluster).services()) {
                if (names(name, service)) {
                    known = true;
                    for (ServiceEndpoint endpoint : router.view(cluster).endpoints(service)) {
                        found.add(endpoint.owner().orElse(endpoint.address() + ":" + endpoint.port()));
                    }
                }
            }
        }
        if (!known) {
            throw new IllegalArgumentException("the mesh has no service \"" + name + "\"");
        }
        return found;
    }
}
