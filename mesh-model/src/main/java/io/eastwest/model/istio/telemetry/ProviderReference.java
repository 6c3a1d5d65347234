package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * An extension provider of MeshConfig.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:ProviderRef. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProviderReferenceBuilder.ImmutableProviderReference.class)
@JsonDeserialize(as = ProviderReferenceBuilder.ImmutableProviderReference.class)
public interface ProviderReference {
    /** {@return its name} */
    String name();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProviderReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the reference}
     *
     * @param name the name of the provider
     */
    static ProviderReference of(String name) {
        return builder().name(name).build();
    }

    /** {@return an empty builder} */
    static ProviderReferenceBuilder builder() {
        return new ProviderReferenceBuilder();
    }
}
