package io.eastwest.model.istio.mesh;

/**
 * How the connection of a proxy to its control plane is secured.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:AuthenticationPolicy.
 */
public enum ControlPlaneAuthPolicy {
    /** Plain text. */
    NONE,
    /** Mutual TLS. */
    MUTUAL_TLS,
    /** By the wider scope. */
    INHERIT
}
