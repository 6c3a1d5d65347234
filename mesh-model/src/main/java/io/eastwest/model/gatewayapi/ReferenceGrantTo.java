package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** What may be referred to in the namespace of a {@link ReferenceGrant}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ReferenceGrantToBuilder.ImmutableReferenceGrantTo.class)
@JsonDeserialize(as = ReferenceGrantToBuilder.ImmutableReferenceGrantTo.class)
public interface ReferenceGrantTo {
    /** {@return API group; empty text for the core group} */
    String group();

    /** {@return kind} */
    String kind();

    /** {@return name of the object; empty: all of the kind} */
    Optional<String> name();

    /** {@return a builder that starts with the content of this value} */
    default ReferenceGrantToBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ReferenceGrantToBuilder builder() {
        return new ReferenceGrantToBuilder();
    }
}
