package io.eastwest.model.istio.extensions;

/**
 * When a module is fetched.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:PullPolicy.
 */
public enum WasmPullPolicy {
    /** {@code Always} for the tag {@code latest}, else {@code IfNotPresent}. */
    UNSPECIFIED_POLICY,
    /** When it is not there yet. */
    IfNotPresent,
    /** Whenever the resource changes. */
    Always
}
