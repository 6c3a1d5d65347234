package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The policies for traffic to one port of a service; they replace those of the whole service and do not merge
 * with them.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:TrafficPolicy.PortTrafficPolicy. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PortTrafficPolicyBuilder.ImmutablePortTrafficPolicy.class)
@JsonDeserialize(as = PortTrafficPolicyBuilder.ImmutablePortTrafficPolicy.class)
public interface PortTrafficPolicy extends TrafficPolicyBase {
    /** {@return the port; an entry without one matches no port} */
    Optional<PortSelector> port();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PortTrafficPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static PortTrafficPolicyBuilder builder() {
        return new PortTrafficPolicyBuilder();
    }
}
