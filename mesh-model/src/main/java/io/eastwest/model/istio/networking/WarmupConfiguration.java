package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * How the share of a new endpoint grows to its full size.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:WarmupConfiguration. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WarmupConfigurationBuilder.ImmutableWarmupConfiguration.class)
@JsonDeserialize(as = WarmupConfigurationBuilder.ImmutableWarmupConfiguration.class)
public interface WarmupConfiguration {
    /** {@return how long the growth takes} */
    Duration duration();

    /** {@return the share at the start in percent of the full one, 0..100; empty: 10} */
    OptionalDouble minimumPercent();

    /** {@return the exponent of the growth, 1 is linear; empty: 1} */
    OptionalDouble aggression();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WarmupConfigurationBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static WarmupConfiguration empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static WarmupConfigurationBuilder builder() {
        return new WarmupConfigurationBuilder();
    }
}
