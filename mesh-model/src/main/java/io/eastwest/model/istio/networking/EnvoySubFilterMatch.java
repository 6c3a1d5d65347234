package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Conditions on a filter inside a filter.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.ListenerMatch.SubFilterMatch.
 * Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoySubFilterMatchBuilder.ImmutableEnvoySubFilterMatch.class)
@JsonDeserialize(as = EnvoySubFilterMatchBuilder.ImmutableEnvoySubFilterMatch.class)
public interface EnvoySubFilterMatch {
    /** {@return the name; empty: any} */
    Optional<String> name();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoySubFilterMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoySubFilterMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoySubFilterMatchBuilder builder() {
        return new EnvoySubFilterMatchBuilder();
    }
}
