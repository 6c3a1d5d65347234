package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One patch: where it applies and what it does.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.EnvoyConfigObjectPatch. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyConfigPatchBuilder.ImmutableEnvoyConfigPatch.class)
@JsonDeserialize(as = EnvoyConfigPatchBuilder.ImmutableEnvoyConfigPatch.class)
public interface EnvoyConfigPatch {
    /** {@return the kind of object that is patched; empty: none, which is refused} */
    Optional<EnvoyApplyTo> applyTo();

    /** {@return the conditions on the object; empty: all} */
    Optional<EnvoyConfigMatch> match();

    /** {@return what is done} */
    Optional<EnvoyPatch> patch();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyConfigPatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyConfigPatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyConfigPatchBuilder builder() {
        return new EnvoyConfigPatchBuilder();
    }
}
