package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A share of requests. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MirrorFractionBuilder.ImmutableMirrorFraction.class)
@JsonDeserialize(as = MirrorFractionBuilder.ImmutableMirrorFraction.class)
public interface MirrorFraction {
    /** {@return numerator, 0 or more and at most the denominator} */
    int numerator();

    /** {@return denominator, 1 or more; empty: the API server writes 100} */
    OptionalInt denominator();

    /** {@return a builder that starts with the content of this value} */
    default MirrorFractionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static MirrorFractionBuilder builder() {
        return new MirrorFractionBuilder();
    }
}
