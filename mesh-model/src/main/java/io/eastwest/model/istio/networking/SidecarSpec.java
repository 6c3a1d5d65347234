package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Listeners and outbound policy of a {@link Sidecar}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/sidecar.proto:Sidecar. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SidecarSpecBuilder.ImmutableSidecarSpec.class)
@JsonDeserialize(as = SidecarSpecBuilder.ImmutableSidecarSpec.class)
public interface SidecarSpec {
    /**
     * {@return the workloads of the namespace; empty: all that no other Sidecar selects; in the root namespace:
     * the whole mesh}
     */
    Optional<WorkloadSelector> workloadSelector();

    /** {@return the listeners for traffic to the workload; empty: those of the services of the workload} */
    List<SidecarIngress> ingress();

    /** {@return the listeners for traffic of the workload; empty: those of the wider scope} */
    List<SidecarEgress> egress();

    /** {@return the limits on traffic to the workload; empty: defaults} */
    Optional<ConnectionPoolSettings> inboundConnectionPool();

    /**
     * {@return what happens to calls to unknown hosts; empty: that of the mesh; present without a mode: {@code
     * REGISTRY_ONLY}}
     */
    Optional<OutboundTrafficPolicy> outboundTrafficPolicy();

    /**
     * {@return whether the resource applies to all workloads of its scope}
     */
    default boolean selectsNamespace() {
        return workloadSelector()
                .map(WorkloadSelector::labels)
                .filter(labels -> !labels.isEmpty())
                .isEmpty();
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default SidecarSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static SidecarSpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static SidecarSpecBuilder builder() {
        return new SidecarSpecBuilder();
    }
}
