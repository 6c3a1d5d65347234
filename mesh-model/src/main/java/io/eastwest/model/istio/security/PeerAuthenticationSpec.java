package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Scope and mode of a {@link PeerAuthentication}.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/peer_authentication.proto:PeerAuthentication. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PeerAuthenticationSpecBuilder.ImmutablePeerAuthenticationSpec.class)
@JsonDeserialize(as = PeerAuthenticationSpecBuilder.ImmutablePeerAuthenticationSpec.class)
public interface PeerAuthenticationSpec {
    /** {@return the workloads; empty: all of the namespace; in the root namespace: the whole mesh} */
    Optional<PolicyWorkloadSelector> selector();

    /** {@return the mode of all ports; empty: that of the wider scope} */
    Optional<PeerMutualTls> mtls();

    /** {@return the modes of single ports; empty: none; present without ports is refused by Istio's admission} */
    Optional<PortLevelMutualTls> portLevelMtls();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PeerAuthenticationSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a mode for the whole scope}
     *
     * @param mode the mode
     */
    static PeerAuthenticationSpec mode(MutualTlsMode mode) {
        return builder().mtls(PeerMutualTls.of(mode)).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static PeerAuthenticationSpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static PeerAuthenticationSpecBuilder builder() {
        return new PeerAuthenticationSpecBuilder();
    }
}
