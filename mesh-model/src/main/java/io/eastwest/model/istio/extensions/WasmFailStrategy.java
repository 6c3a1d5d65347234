package io.eastwest.model.istio.extensions;

/**
 * What happens when a filter fails.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:FailStrategy.
 */
public enum WasmFailStrategy {
    /** The request fails. */
    FAIL_CLOSE,
    /** The filter is skipped. */
    FAIL_OPEN,
    /** The filter is loaded again; until then requests fail. */
    FAIL_RELOAD
}
