package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Outlier detection as sent; empty fields have Envoy's defaults. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface OutlierSettings {
    /** {@return threshold; default 5} */
    OptionalInt consecutive5xx();

    /** {@return percent enforced; default 100} */
    OptionalInt enforcingConsecutive5xx();

    /** {@return threshold; default 5} */
    OptionalInt consecutiveGatewayFailure();

    /** {@return percent enforced; default 0} */
    OptionalInt enforcingConsecutiveGatewayFailure();

    /** {@return threshold; default 5} */
    OptionalInt consecutiveLocalOriginFailure();

    /** {@return percent enforced; default 100} */
    OptionalInt enforcingConsecutiveLocalOriginFailure();

    /** {@return whether local failures count apart} */
    @Value.Default
    default boolean splitExternalLocalOriginErrors() {
        return false;
    }

    /** {@return interval of ejection sweeps; default 10s} */
    Optional<Duration> interval();

    /** {@return base ejection time; default 30s} */
    Optional<Duration> baseEjectionTime();

    /** {@return most hosts ejected; default 10} */
    OptionalInt maxEjectionPercent();

    /** {@return a builder that starts from this value} */
    default OutlierSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static OutlierSettingsBuilder builder() {
        return new OutlierSettingsBuilder();
    }
}
