package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A weighted backend of a TLS, TCP or UDP route. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = BackendReferenceBuilder.ImmutableBackendReference.class)
@JsonDeserialize(as = BackendReferenceBuilder.ImmutableBackendReference.class)
public interface BackendReference extends BackendTarget {
    /** {@return share relative to the other backends of the rule, 0..1000000; empty: the API server writes 1} */
    OptionalInt weight();

    /** {@return a builder that starts with the content of this value} */
    default BackendReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static BackendReferenceBuilder builder() {
        return new BackendReferenceBuilder();
    }
}
