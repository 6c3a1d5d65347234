package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a sidecar does with calls to hosts that are not in the registry.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/sidecar.proto:OutboundTrafficPolicy. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = OutboundTrafficPolicyBuilder.ImmutableOutboundTrafficPolicy.class)
@JsonDeserialize(as = OutboundTrafficPolicyBuilder.ImmutableOutboundTrafficPolicy.class)
public interface OutboundTrafficPolicy {
    /** {@return the policy; empty: {@code REGISTRY_ONLY}} */
    Optional<SidecarOutboundMode> mode();

    /** {@return the service that such calls are sent to; refused unless the mode is {@code ALLOW_ANY}} */
    Optional<Destination> egressProxy();

    /**
     * {@return the policy, where absence is {@code REGISTRY_ONLY}}
     */
    default SidecarOutboundMode modeOrDefault() {
        return mode().orElse(SidecarOutboundMode.REGISTRY_ONLY);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default OutboundTrafficPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static OutboundTrafficPolicy empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static OutboundTrafficPolicyBuilder builder() {
        return new OutboundTrafficPolicyBuilder();
    }
}
