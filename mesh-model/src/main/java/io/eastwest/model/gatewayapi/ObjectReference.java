package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** An object that may live in another namespace. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ObjectReferenceBuilder.ImmutableObjectReference.class)
@JsonDeserialize(as = ObjectReferenceBuilder.ImmutableObjectReference.class)
public interface ObjectReference {
    /** {@return API group; empty text for the core group} */
    String group();

    /** {@return kind} */
    String kind();

    /** {@return name of the object} */
    String name();

    /**
     * {@return namespace of the object; empty: that of the referring object, or none for a kind of the whole cluster}
     */
    Optional<String> namespace();

    /** {@return a builder that starts with the content of this value} */
    default ObjectReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ObjectReferenceBuilder builder() {
        return new ObjectReferenceBuilder();
    }
}
