package io.eastwest.routing.table;

import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ExternalName services among those that a listener imports, by the service they stand for. */
final class ServiceAliases {
    private final Map<String, List<String>> byTarget = new LinkedHashMap<>();

    ServiceAliases(List<MeshService> services) {
        for (MeshService service : services) {
            if (service.resolution() == Resolution.ALIAS) {
                service.externalName()
                        .ifPresent(target -> byTarget.computeIfAbsent(target, key -> new ArrayList<>())
                                .add(service.hostname()));
            }
        }
    }

    /** {@return hostnames of the aliases of a service} */
    List<String> of(MeshService service) {
        return byTarget.getOrDefault(service.hostname(), List.of());
    }
}
