package io.eastwest.model.istio.extensions;

/**
 * Where a filter is put in the chain.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:PluginPhase.
 */
public enum WasmPhase {
    /** At the end, before the router. */
    UNSPECIFIED_PHASE,
    /** Before authentication. */
    AUTHN,
    /** Before authorisation, after authentication. */
    AUTHZ,
    /** Before statistics, after authorisation. */
    STATS
}
