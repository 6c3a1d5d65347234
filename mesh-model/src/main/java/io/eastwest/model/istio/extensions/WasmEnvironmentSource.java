package io.eastwest.model.istio.extensions;

/**
 * Where the value of an environment variable comes from.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:EnvValueSource.
 */
public enum WasmEnvironmentSource {
    /** From the resource. */
    INLINE,
    /** From the environment of the proxy. */
    HOST
}
