package io.eastwest.model.istio.extensions;

/**
 * Where an extension is put in the chain.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/traffic_extension.proto:TrafficExtension.ExecutionPhase.
 */
public enum ExtensionPhase {
    /** At the end, before the router. */
    UNSPECIFIED,
    /** Before authentication. */
    AUTHN,
    /** Before authorisation, after authentication. */
    AUTHZ,
    /** Before statistics, after authorisation. */
    STATS
}
