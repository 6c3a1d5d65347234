package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A tunnel through an HTTP proxy.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:TrafficPolicy.TunnelSettings. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TunnelSettingsBuilder.ImmutableTunnelSettings.class)
@JsonDeserialize(as = TunnelSettingsBuilder.ImmutableTunnelSettings.class)
public interface TunnelSettings {
    /** {@return the method that opens the tunnel, {@code CONNECT} or {@code POST}; empty: {@code CONNECT}} */
    Optional<String> protocol();

    /** {@return the host that the tunnel leads to, a name or an address} */
    String targetHost();

    /** {@return the port that the tunnel leads to, 1..65535} */
    int targetPort();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TunnelSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TunnelSettingsBuilder builder() {
        return new TunnelSettingsBuilder();
    }
}
