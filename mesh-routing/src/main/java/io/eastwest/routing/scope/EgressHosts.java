package io.eastwest.routing.scope;

import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The {@code hosts} of one egress listener of a Sidecar: what it imports. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/sidecar.go:selectServices} and {@code pilot/pkg/model/virtualservice.go:SelectVirtualServices}.
 */
final class EgressHosts {
    private static final String ANY_NAMESPACE = "*";
    private static final String OWN_NAMESPACE = ".";

    private final Map<String, List<String>> byNamespace = new LinkedHashMap<>();

    EgressHosts(List<String> hosts, String ownNamespace) {
        for (String host : hosts) {
            String[] parts = host.split("/", -1);
            if (parts.length == 2) {
                String namespace = parts[0].equals(OWN_NAMESPACE) ? ownNamespace : parts[0];
                byNamespace.computeIfAbsent(namespace, key -> new ArrayList<>()).add(parts[1]);
            }
        }
    }

    /**
     * The service as this listener imports it: entries of its namespace come before those of any namespace, and the
     * entries that take the service also choose among its aliases.
     */
    Optional<MeshService> imported(MeshService service) {
        return imported(service, byNamespace.getOrDefault(service.namespace(), List.of()))
                .or(() -> imported(service, byNamespace.getOrDefault(ANY_NAMESPACE, List.of())));
    }

    private static Optional<MeshService> imported(MeshService service, List<String> names) {
        if (!isBelow(service.hostname(), names)) {
            return Optional.empty();
        }
        List<String> aliases = service.aliases().stream()
                .filter(alias -> isBelow(alias, names))
                .toList();
        return Optional.of(
                aliases.size() == service.aliases().size()
                        ? service
                        : service.toBuilder().aliases(aliases).build());
    }

    private static boolean isBelow(String hostname, List<String> names) {
        return names.stream().anyMatch(name -> Hostname.subsetOf(hostname, name));
    }

    boolean imports(MeshVirtualService virtualService) {
        return anyHost(
                virtualService.namespace(),
                name -> virtualService.hosts().stream()
                        .anyMatch(host -> importsHost(host, name, virtualService.gatewaySemantics())));
    }

    private static boolean importsHost(String host, String name, boolean generated) {
        return generated ? Hostname.subsetOf(host, name) : Hostname.matches(host, name);
    }

    private boolean anyHost(String namespace, Predicate<String> imports) {
        return byNamespace.getOrDefault(namespace, List.of()).stream().anyMatch(imports)
                || byNamespace.getOrDefault(ANY_NAMESPACE, List.of()).stream().anyMatch(imports);
    }
}
