package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where sidecars send traffic for ports that no service has.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.InboundTrafficPolicy. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshInboundTrafficPolicyBuilder.ImmutableMeshInboundTrafficPolicy.class)
@JsonDeserialize(as = MeshInboundTrafficPolicyBuilder.ImmutableMeshInboundTrafficPolicy.class)
public interface MeshInboundTrafficPolicy {
    /** {@return the target; empty: {@code PASSTHROUGH}} */
    Optional<MeshInboundMode> mode();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshInboundTrafficPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshInboundTrafficPolicy empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshInboundTrafficPolicyBuilder builder() {
        return new MeshInboundTrafficPolicyBuilder();
    }
}
