package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/** An object in the namespace of the referring object. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LocalObjectReferenceBuilder.ImmutableLocalObjectReference.class)
@JsonDeserialize(as = LocalObjectReferenceBuilder.ImmutableLocalObjectReference.class)
public interface LocalObjectReference {
    /** {@return API group; empty text for the core group} */
    String group();

    /** {@return kind} */
    String kind();

    /** {@return name of the object} */
    String name();

    /** {@return a builder that starts with the content of this value} */
    default LocalObjectReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static LocalObjectReferenceBuilder builder() {
        return new LocalObjectReferenceBuilder();
    }
}
