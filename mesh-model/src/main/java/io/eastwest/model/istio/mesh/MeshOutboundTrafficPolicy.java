package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What proxies do with calls to hosts that are not in the registry.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.OutboundTrafficPolicy. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshOutboundTrafficPolicyBuilder.ImmutableMeshOutboundTrafficPolicy.class)
@JsonDeserialize(as = MeshOutboundTrafficPolicyBuilder.ImmutableMeshOutboundTrafficPolicy.class)
public interface MeshOutboundTrafficPolicy {
    /** {@return the policy; empty: {@code REGISTRY_ONLY}} */
    Optional<MeshOutboundMode> mode();

    /** {@return how such connections are secured with {@code ALLOW_ANY_DYNAMIC_DNS}; since Istio 1.30} */
    Optional<ClientTlsSettings> tls();

    /**
     * {@return the policy, where absence is {@code REGISTRY_ONLY}}
     */
    default MeshOutboundMode modeOrDefault() {
        return mode().orElse(MeshOutboundMode.REGISTRY_ONLY);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshOutboundTrafficPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the policy without further settings}
     *
     * @param mode the policy
     */
    static MeshOutboundTrafficPolicy of(MeshOutboundMode mode) {
        return builder().mode(mode).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshOutboundTrafficPolicy empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshOutboundTrafficPolicyBuilder builder() {
        return new MeshOutboundTrafficPolicyBuilder();
    }
}
