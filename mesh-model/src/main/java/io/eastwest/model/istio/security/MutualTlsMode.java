package io.eastwest.model.istio.security;

/**
 * Whether a workload accepts plain text and mutual TLS.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/peer_authentication.proto:PeerAuthentication.MutualTLS.Mode.
 */
public enum MutualTlsMode {
    /** As the wider scope says; {@code PERMISSIVE} where none says anything. */
    UNSET,
    /** Plain text alone. */
    DISABLE,
    /** Both. */
    PERMISSIVE,
    /** Mutual TLS alone. */
    STRICT
}
