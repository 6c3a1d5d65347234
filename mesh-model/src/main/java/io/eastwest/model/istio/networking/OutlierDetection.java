package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * When endpoints are ejected. Its presence alone switches ejection on.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:OutlierDetection. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = OutlierDetectionBuilder.ImmutableOutlierDetection.class)
@JsonDeserialize(as = OutlierDetectionBuilder.ImmutableOutlierDetection.class)
public interface OutlierDetection {
    /** {@return the number of errors in a row; deprecated in favour of {@link #consecutive5xxErrors()}} */
    OptionalInt consecutiveErrors();

    /** {@return whether failures to connect are counted apart; empty: no} */
    Optional<Boolean> splitExternalLocalOriginErrors();

    /** {@return the number of failures to connect in a row; empty: 5 when counted apart} */
    OptionalInt consecutiveLocalOriginFailures();

    /** {@return the number of 502, 503 and 504 in a row; empty or 0: not looked at} */
    OptionalInt consecutiveGatewayErrors();

    /** {@return the number of 5xx in a row; empty: 5; 0: not looked at} */
    OptionalInt consecutive5xxErrors();

    /** {@return the time between sweeps; empty: 10 s} */
    Optional<Duration> interval();

    /** {@return the time of an ejection, multiplied by the number of ejections so far; empty: 30 s} */
    Optional<Duration> baseEjectionTime();

    /** {@return the largest share of endpoints that may be ejected, 0..100; empty or 0: 10, which Envoy applies} */
    OptionalInt maxEjectionPercent();

    /** {@return the share of healthy endpoints below which all are used, 0..100; empty: 0} */
    OptionalInt minHealthPercent();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default OutlierDetectionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static OutlierDetection empty() {
        return builder().build();
    }

    /**
     * {@return ejection after a number of 5xx in a row}
     *
     * @param consecutive5xxErrors the number, 1 or more
     * @param interval the time between sweeps
     * @param baseEjectionTime the time of the first ejection
     */
    static OutlierDetection after(int consecutive5xxErrors, Duration interval, Duration baseEjectionTime) {
        return builder()
                .consecutive5xxErrors(consecutive5xxErrors)
                .interval(interval)
                .baseEjectionTime(baseEjectionTime)
                .build();
    }

    /** {@return an empty builder} */
    static OutlierDetectionBuilder builder() {
        return new OutlierDetectionBuilder();
    }
}
