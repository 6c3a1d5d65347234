package io.eastwest.routing.gatewayapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Port numbers of Services and ServiceEntries by name. */
final class BackendPorts {
    private BackendPorts() {}

    static Map<String, Integer> of(ParentKey key, RouteInputs inputs) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        if (key.kind().equals(GroupKind.SERVICE)) {
            inputs.service(key.namespace(), key.name())
                    .ifPresent(service -> service.spec()
                            .ports()
                            .forEach(port -> ports.putIfAbsent(port.name().orElse(""), port.port())));
        } else if (key.kind().equals(GroupKind.SERVICE_ENTRY)) {
            inputs.serviceEntry(key.namespace(), key.name())
                    .ifPresent(entry ->
                            entry.spec().ports().forEach(port -> ports.putIfAbsent(port.name(), port.number())));
        }
        return ports;
    }
}
