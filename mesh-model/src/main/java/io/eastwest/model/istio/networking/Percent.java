package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A share of a whole, with fractions.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:Percent. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PercentBuilder.ImmutablePercent.class)
@JsonDeserialize(as = PercentBuilder.ImmutablePercent.class)
public interface Percent {
    /** {@return the share, 0..100; empty counts as 0} */
    OptionalDouble value();

    /**
     * {@return the share, 0..100, where absence counts as 0}
     */
    default double valueOrZero() {
        return value().orElse(0);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PercentBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the share}
     *
     * @param value the share, 0..100
     */
    static Percent of(double value) {
        return builder().value(value).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static Percent empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static PercentBuilder builder() {
        return new PercentBuilder();
    }
}
