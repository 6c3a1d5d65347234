package io.eastwest.routing.scope;

import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.Registry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services that get clusters, one per hostname. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/sidecar.go:appendSidecarServices}.
 */
final class ScopeServices {
    private final Map<String, MeshService> byHostname = new LinkedHashMap<>();

    void add(MeshService service) {
        byHostname.merge(service.hostname(), service, ScopeServices::joined);
    }

    List<MeshService> all() {
        return List.copyOf(byHostname.values());
    }

    Optional<MeshService> get(String hostname) {
        return Optional.ofNullable(byHostname.get(hostname));
    }

    private static MeshService joined(MeshService current, MeshService other) {
        if (current.registry() != Registry.KUBERNETES && other.registry() == Registry.KUBERNETES) {
            return other;
        }
        if (current.ports().equals(other.ports()) || !canJoin(current, other)) {
            return current;
        }
        List<MeshServicePort> ports = new ArrayList<>(current.ports());
        for (MeshServicePort port : other.ports()) {
            if (current.ports().stream().noneMatch(each -> each.number() == port.number())) {
                ports.add(new MeshServicePort(port.name(), port.number(), port.protocol(), ""));
            }
        }
        return current.toBuilder().ports(ports).build();
    }

    private static boolean canJoin(MeshService one, MeshService other) {
        return one.registry() == other.registry()
                && one.namespace().equals(other.namespace())
                && one.resolution() == other.resolution()
                && one.labels().equals(other.labels())
                && one.selector().equals(other.selector())
                && one.exportTo().equals(other.exportTo());
    }
}
