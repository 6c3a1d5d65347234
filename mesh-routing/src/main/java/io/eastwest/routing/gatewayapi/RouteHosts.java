package io.eastwest.routing.gatewayapi;

import io.eastwest.model.istio.networking.ServiceEntry;
import java.util.List;

/** Hostnames under which the rules of a route are served. */
final class RouteHosts {
    private static final String ANY = "*";

    private RouteHosts() {}

    /** {@return hostnames of a route for a gateway} */
    static List<String> ofRoute(List<String> hostnames) {
        return hostnames.isEmpty() ? List.of(ANY) : hostnames;
    }

    /** {@return hostnames of a Service or ServiceEntry that is the parent} */
    static List<String> ofParent(RouteParent parent, RouteInputs inputs) {
        ParentKey key = parent.key();
        if (key.kind().equals(GroupKind.SERVICE)) {
            return List.of(inputs.hostname(key.namespace(), key.name()));
        }
        return inputs.serviceEntry(key.namespace(), key.name())
                .map(ServiceEntry::spec)
                .map(spec -> spec.hosts())
                .orElse(List.of());
    }
}
