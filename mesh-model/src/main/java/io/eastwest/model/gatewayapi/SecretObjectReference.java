package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** A Secret, as a rule with a certificate and its key. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SecretObjectReferenceBuilder.ImmutableSecretObjectReference.class)
@JsonDeserialize(as = SecretObjectReferenceBuilder.ImmutableSecretObjectReference.class)
public interface SecretObjectReference {
    /** {@return API group; empty: the API server writes the core group} */
    Optional<String> group();

    /** {@return kind; empty: the API server writes {@code Secret}} */
    Optional<String> kind();

    /** {@return name of the object} */
    String name();

    /** {@return namespace of the object; empty: that of the referring object} */
    Optional<String> namespace();

    /** {@return a builder that starts with the content of this value} */
    default SecretObjectReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static SecretObjectReferenceBuilder builder() {
        return new SecretObjectReferenceBuilder();
    }
}
