package io.eastwest.routing.scope;

import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Services with a part of their ports. */
final class ServicePorts {
    private ServicePorts() {}

    /** {@return the service with this port alone; empty when it has no such port} */
    static Optional<MeshService> only(MeshService service, int port) {
        return only(service, new LinkedHashSet<>(List.of(port)));
    }

    /** {@return the service with those of its ports that are named; empty when none is} */
    static Optional<MeshService> only(MeshService service, Set<Integer> numbers) {
        List<MeshServicePort> ports = service.ports().stream()
                .filter(port -> numbers.contains(port.number()))
                .toList();
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ports.size() == service.ports().size()
                        ? service
                        : service.toBuilder().ports(ports).build());
    }
}
