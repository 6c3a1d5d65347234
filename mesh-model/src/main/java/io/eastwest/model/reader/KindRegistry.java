package io.eastwest.model.reader;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.gatewayapi.GatewayApiKinds;
import io.eastwest.model.istio.extensions.IstioExtensionsKinds;
import io.eastwest.model.istio.networking.IstioNetworkingKinds;
import io.eastwest.model.istio.security.IstioSecurityKinds;
import io.eastwest.model.istio.telemetry.IstioTelemetryKinds;
import io.eastwest.model.kubernetes.KubernetesKinds;
import io.eastwest.model.openshift.OpenShiftKinds;
import io.eastwest.model.sail.SailKinds;
import io.eastwest.model.topology.TopologyKinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which kinds are modelled, found by group and kind. Immutable. */
public final class KindRegistry {
    private static final KindRegistry STANDARD = of(Stream.of(
                    TopologyKinds.all(),
                    KubernetesKinds.all(),
                    IstioNetworkingKinds.all(),
                    IstioSecurityKinds.all(),
                    IstioTelemetryKinds.all(),
                    IstioExtensionsKinds.all(),
                    GatewayApiKinds.all(),
                    SailKinds.all(),
                    OpenShiftKinds.all())
            .flatMap(List::stream)
            .toList());

    private final Map<String, Map<String, KindDefinition<?>>> kindsByGroup = new LinkedHashMap<>();
    private final List<KindDefinition<?>> all;

    private KindRegistry(Collection<KindDefinition<?>> definitions) {
        for (KindDefinition<?> definition : definitions) {
            KindDefinition<?> other = kindsByGroup
                    .computeIfAbsent(definition.group(), group -> new LinkedHashMap<>())
                    .putIfAbsent(definition.kind(), definition);
            if (other != null) {
                throw new IllegalArgumentException(
                        "kind " + definition.kind() + " of group \"" + definition.group() + "\" is defined twice");
            }
        }
        this.all = Collections.unmodifiableList(new ArrayList<>(definitions));
    }

    /** {@return all kinds that this module models} */
    public static KindRegistry standard() {
        return STANDARD;
    }

    /**
     * A registry of one's own.
     *
     * @param definitions kinds; no two of one group and kind
     * @return the registry
     * @throws IllegalArgumentException if a kind is defined twice
     */
    public static KindRegistry of(Collection<KindDefinition<?>> definitions) {
        return new KindRegistry(definitions);
    }

    /**
     * Finds a kind.
     *
     * @param group API group; empty for the core group
     * @param kind kind
     * @return its definition; empty when it is not modelled
     */
    public Optional<KindDefinition<?>> find(String group, String kind) {
        Map<String, KindDefinition<?>> kinds = kindsByGroup.get(group);
        return kinds == null ? Optional.empty() : Optional.ofNullable(kinds.get(kind));
    }

    /** {@return all kinds, in the order in which they were given} */
    public List<KindDefinition<?>> all() {
        return all;
    }
}
