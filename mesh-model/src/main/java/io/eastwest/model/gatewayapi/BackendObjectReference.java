package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/** A backend without a weight. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = BackendObjectReferenceBuilder.ImmutableBackendObjectReference.class)
@JsonDeserialize(as = BackendObjectReferenceBuilder.ImmutableBackendObjectReference.class)
public interface BackendObjectReference extends BackendTarget {
    /** {@return a builder that starts with the content of this value} */
    default BackendObjectReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static BackendObjectReferenceBuilder builder() {
        return new BackendObjectReferenceBuilder();
    }
}
