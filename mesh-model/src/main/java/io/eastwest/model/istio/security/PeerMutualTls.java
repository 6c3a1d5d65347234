package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether plain text is accepted.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/peer_authentication.proto:PeerAuthentication.MutualTLS. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PeerMutualTlsBuilder.ImmutablePeerMutualTls.class)
@JsonDeserialize(as = PeerMutualTlsBuilder.ImmutablePeerMutualTls.class)
public interface PeerMutualTls {
    /** {@return the mode; empty: that of the wider scope} */
    Optional<MutualTlsMode> mode();

    /**
     * {@return the mode, where absence is {@code UNSET}}
     */
    default MutualTlsMode modeOrUnset() {
        return mode().orElse(MutualTlsMode.UNSET);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PeerMutualTlsBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the setting}
     *
     * @param mode the mode
     */
    static PeerMutualTls of(MutualTlsMode mode) {
        return builder().mode(mode).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static PeerMutualTls empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static PeerMutualTlsBuilder builder() {
        return new PeerMutualTlsBuilder();
    }
}
