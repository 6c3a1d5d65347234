package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/** Who may refer to what: each {@code from} to each {@code to}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ReferenceGrantSpecBuilder.ImmutableReferenceGrantSpec.class)
@JsonDeserialize(as = ReferenceGrantSpecBuilder.ImmutableReferenceGrantSpec.class)
public interface ReferenceGrantSpec {
    /** {@return referring objects, 1..16} */
    @JsonProperty("from")
    List<ReferenceGrantFrom> referrers();

    /** {@return referred objects, 1..16} */
    List<ReferenceGrantTo> to();

    /** {@return a builder that starts with the content of this value} */
    default ReferenceGrantSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ReferenceGrantSpecBuilder builder() {
        return new ReferenceGrantSpecBuilder();
    }
}
