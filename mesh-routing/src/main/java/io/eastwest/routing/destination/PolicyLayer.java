package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.PortTrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicyBase;
import io.eastwest.routing.envoy.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A policy at one level after the choice of its port entry. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/util/util.go:GetPortLevelTrafficPolicy}.
 *
 * @param settings the policy, or its entry for the port
 * @param whole the policy, when it has no entry for the port
 * @param origin where the settings are written
 */
record PolicyLayer(TrafficPolicyBase settings, Optional<TrafficPolicy> whole, Origin origin) {
    static PolicyLayer of(TrafficPolicy policy, Origin origin, int port) {
        List<PortTrafficPolicy> entries = policy.portLevelSettings();
        for (int i = 0; i < entries.size(); i++) {
            if (isFor(entries.get(i), port)) {
                return new PolicyLayer(entries.get(i), Optional.empty(), below(origin, "portLevelSettings[" + i + "]"));
            }
        }
        return new PolicyLayer(policy, Optional.of(policy), origin);
    }

    static boolean isFor(PortTrafficPolicy entry, int port) {
        return entry.port()
                .filter(selector -> selector.number().orElse(0) == port)
                .isPresent();
    }

    /** {@return whether this is the entry of a port: what it leaves out is unset, nothing is inherited} */
    boolean isPortEntry() {
        return whole.isEmpty();
    }

    <T> Optional<Sourced<T>> part(Function<TrafficPolicyBase, Optional<T>> field, String name) {
        return field.apply(settings).map(value -> new Sourced<>(value, below(origin, name)));
    }

    <T> Optional<Sourced<T>> wholePart(Function<TrafficPolicy, Optional<T>> field, String name) {
        return whole.flatMap(field).map(value -> new Sourced<>(value, below(origin, name)));
    }

    private static Origin below(Origin origin, String field) {
        return new Origin(origin.resource(), origin.path() + "." + field);
    }
}
