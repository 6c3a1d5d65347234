package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/** Who may refer to objects in the namespace of a {@link ReferenceGrant}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ReferenceGrantFromBuilder.ImmutableReferenceGrantFrom.class)
@JsonDeserialize(as = ReferenceGrantFromBuilder.ImmutableReferenceGrantFrom.class)
public interface ReferenceGrantFrom {
    /** {@return API group of the referring objects; empty text for the core group} */
    String group();

    /** {@return kind of the referring objects} */
    String kind();

    /** {@return namespace of the referring objects} */
    String namespace();

    /** {@return a builder that starts with the content of this value} */
    default ReferenceGrantFromBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ReferenceGrantFromBuilder builder() {
        return new ReferenceGrantFromBuilder();
    }
}
