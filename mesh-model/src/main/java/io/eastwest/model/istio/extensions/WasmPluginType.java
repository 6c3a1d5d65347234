package io.eastwest.model.istio.extensions;

/**
 * The kind of a WebAssembly filter.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:PluginType.
 */
public enum WasmPluginType {
    /** HTTP. */
    UNSPECIFIED_PLUGIN_TYPE,
    /** A filter of HTTP requests. */
    HTTP,
    /** A filter of connections. */
    NETWORK
}
