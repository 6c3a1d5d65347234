package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Where a WebAssembly filter comes from and how it is run.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:WasmPlugin. Not meant to be implemented by users.
 */
public interface WasmModule {
    /**
     * {@return the location of the module, with scheme {@code oci} (also when missing), {@code http}, {@code
     * https} or {@code file}}
     */
    String url();

    /** {@return the SHA-256 hash of the module, 64 hexadecimal digits; empty: not verified} */
    Optional<String> sha256();

    /** {@return when the module is fetched; empty: by the tag} */
    Optional<WasmPullPolicy> imagePullPolicy();

    /** {@return the secret with the credentials of the registry; empty: none} */
    Optional<String> imagePullSecret();

    /** {@return the key that signatures are verified with; kept as written} */
    Optional<String> verificationKey();

    /** {@return the configuration of the filter, kept as it was read} */
    Optional<JsonNode> pluginConfig();

    /** {@return the name of the filter inside the module; empty: none} */
    Optional<String> pluginName();

    /** {@return what happens when the filter fails; empty: {@code FAIL_CLOSE}} */
    Optional<WasmFailStrategy> failStrategy();

    /** {@return the environment of the virtual machine} */
    Optional<WasmVmConfig> vmConfig();

    /** {@return the kind of filter; empty: HTTP} */
    Optional<WasmPluginType> type();
}
