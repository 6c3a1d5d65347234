package io.eastwest.render.report;

import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.reader.Manifest;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One service as all control planes together know it, and where it runs.
 *
 * @param host its host name
 * @param namespace its namespace
 * @param ports its ports as text
 * @param defined places in files where control planes take it from
 * @param knownIn clusters whose control plane knows it, in the order of the mesh
 * @param places ready and all workloads, by cluster in the order of the mesh, then by locality
 */
record ServicePlaces(
        String host,
        String namespace,
        String ports,
        List<String> defined,
        List<String> knownIn,
        Map<String, Map<String, Count>> places) {
    /**
     * Workloads of one place.
     *
     * @param ready how many are ready
     * @param all how many there are
     */
    record Count(int ready, int all) {}

    /** {@return all services of a mesh, by host} */
    static List<ServicePlaces> all(MeshRouter router) {
        Map<String, Map<String, MeshService>> byHost = new TreeMap<>();
        for (String cluster : router.snapshot().clusters()) {
            router.view(cluster)
                    .services()
                    .forEach(service -> byHost.computeIfAbsent(service.hostname(), host -> new LinkedHashMap<>())
                            .putIfAbsent(cluster, service));
        }
        List<ServicePlaces> all = new ArrayList<>();
        byHost.forEach((host, services) -> all.add(of(router, host, services)));
        return all;
    }

    private static ServicePlaces of(MeshRouter router, String host, Map<String, MeshService> services) {
        TreeSet<String> ports = new TreeSet<>();
        TreeSet<String> defined = new TreeSet<>();
        Map<String, Map<String, Map<String, Boolean>>> found = new LinkedHashMap<>();
        router.snapshot().clusters().forEach(cluster -> found.put(cluster, new TreeMap<>()));
        services.forEach((cluster, service) -> {
            service.ports().forEach(port -> ports.add(port.number() + " " + port.protocol()));
            location(router, service).ifPresent(place -> defined.add(place.toString()));
            ControlPlaneView view = router.view(cluster);
            for (ServiceEndpoint endpoint : view.endpoints(service)) {
                String name = endpoint.owner().orElse(endpoint.address());
                found.computeIfAbsent(endpoint.cluster(), key -> new TreeMap<>())
                        .computeIfAbsent(trimmed(endpoint.locality()), key -> new TreeMap<>())
                        .merge(name, endpoint.state() == EndpointState.HEALTHY, Boolean::logicalOr);
            }
        });
        Map<String, Map<String, Count>> places = new LinkedHashMap<>();
        found.forEach((cluster, localities) -> {
            Map<String, Count> counts = new LinkedHashMap<>();
            localities.forEach((locality, workloads) -> counts.put(locality, count(workloads)));
            if (!counts.isEmpty()) {
                places.put(cluster, counts);
            }
        });
        MeshService first = services.values().iterator().next();
        return new ServicePlaces(
                host,
                first.namespace(),
                String.join(", ", ports),
                List.copyOf(defined),
                List.copyOf(services.keySet()),
                places);
    }

    private static Count count(Map<String, Boolean> workloads) {
        return new Count(
                (int) workloads.values().stream().filter(ready -> ready).count(), workloads.size());
    }

    /** The cluster that defines a service is not always one of the topology. */
    private static Optional<SourceLocation> location(MeshRouter router, MeshService service) {
        return router.snapshot().clusters().contains(service.definedIn())
                ? router.snapshot()
                        .find(service.definedIn(), service.resource())
                        .flatMap(Manifest::location)
                : Optional.empty();
    }

    static String trimmed(String locality) {
        int end = locality.length();
        while (end > 0 && locality.charAt(end - 1) == '/') {
            end--;
        }
        return locality.substring(0, end);
    }
}
