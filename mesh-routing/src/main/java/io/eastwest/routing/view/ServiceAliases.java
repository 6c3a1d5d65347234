package io.eastwest.routing.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ExternalName services by the service they end at. Who sees the alias does not matter, and an alias of an alias counts; those
 * that lead in a circle count for none. Mirrors istio 1.30.3 {@code pilot/pkg/model/push_context.go:resolveServiceAliases}.
 */
final class ServiceAliases {
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, List<String>> byTarget = new LinkedHashMap<>();

    private ServiceAliases(List<MeshService> services) {
        List<MeshService> aliases = services.stream()
                .filter(service -> service.resolution() == Resolution.ALIAS)
                .sorted(Comparator.comparing(MeshService::namespace).thenComparing(MeshService::hostname))
                .toList();
        aliases.forEach(alias -> alias.externalName().ifPresent(target -> targets.put(alias.hostname(), target)));
        for (MeshService alias : aliases) {
            alias.externalName()
                    .flatMap(target -> end(alias.hostname(), target))
                    .ifPresent(target -> byTarget.computeIfAbsent(target, key -> new ArrayList<>())
                            .add(alias.hostname()));
        }
    }

    /** {@return the services, each with its aliases} */
    static List<MeshService> attach(List<MeshService> services) {
        ServiceAliases aliases = new ServiceAliases(services);
        if (aliases.byTarget.isEmpty()) {
            return services;
        }
        return services.stream().map(aliases::attach).toList();
    }

    private MeshService attach(MeshService service) {
        List<String> own = byTarget.get(service.hostname());
        return own == null ? service : service.toBuilder().aliases(own).build();
    }

    private Optional<String> end(String alias, String target) {
        Set<String> seen = new LinkedHashSet<>(List.of(alias));
        String last = target;
        while (seen.add(last)) {
            String next = targets.get(last);
            if (next == null) {
                return Optional.of(last);
            }
            last = next;
        }
        return Optional.empty();
    }
}
