package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a patch does.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.Patch. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyPatchBuilder.ImmutableEnvoyPatch.class)
@JsonDeserialize(as = EnvoyPatchBuilder.ImmutableEnvoyPatch.class)
public interface EnvoyPatch {
    /** {@return the operation; empty: none, which is refused} */
    Optional<EnvoyPatchOperation> operation();

    /** {@return the Envoy configuration that is merged or added, kept as it was read} */
    Optional<JsonNode> value();

    /** {@return where a filter is put relative to those of Istio; empty: by the operation alone} */
    Optional<EnvoyFilterClass> filterClass();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyPatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyPatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyPatchBuilder builder() {
        return new EnvoyPatchBuilder();
    }
}
