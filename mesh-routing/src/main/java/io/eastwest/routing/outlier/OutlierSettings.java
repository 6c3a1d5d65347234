package io.eastwest.routing.outlier;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;

/**
 * Outlier detection of a DestinationRule, and what Envoy makes of it. Not meant to be implemented by users.
 *
 * <p>The deprecated {@code consecutiveErrors} has no effect and no place here.
 */
@Value.Immutable
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        builderVisibility = BuilderVisibility.PUBLIC,
        overshadowImplementation = true,
        implementationNestedInBuilder = true,
        jdkOnly = true,
        defaults = @Value.Immutable(copy = false))
public interface OutlierSettings {
    /** {@return responses 5xx in a row that eject; empty: Envoy uses 5; 0: never} */
    OptionalLong consecutive5xxErrors();

    /** {@return responses 502, 503, 504 in a row that eject; empty or 0: never} */
    OptionalLong consecutiveGatewayErrors();

    /** {@return failures to connect in a row that eject, read only when they are split; empty or 0: Envoy uses 5} */
    OptionalLong consecutiveLocalOriginFailures();

    /** {@return whether failures to connect are counted apart from responses; false by default} */
    @Value.Default
    default boolean splitExternalLocalOriginErrors() {
        return false;
    }

    /** {@return time between checks; empty: Envoy uses 10 s} */
    Optional<Duration> interval();

    /** {@return time of the first ejection; empty: Envoy uses 30 s} */
    Optional<Duration> baseEjectionTime();

    /** {@return most hosts that may be ejected at once, in percent; empty or 0: Envoy uses 10} */
    OptionalInt maxEjectionPercent();

    /** {@return the panic threshold in percent; empty: Istio sends 0} */
    OptionalInt minHealthPercent();

    /**
     * {@return the rule of a detector as Envoy gets it}
     *
     * @param detector the detector
     */
    default ConsecutiveRule rule(ConsecutiveDetector detector) {
        return OutlierDefaults.rule(this, detector);
    }

    /** {@return time between checks} */
    default Duration checkEvery() {
        return interval().orElse(OutlierDefaults.INTERVAL);
    }

    /** {@return time of the first ejection; the n-th in a row lasts n times as long} */
    default Duration firstEjection() {
        return baseEjectionTime().orElse(OutlierDefaults.BASE_EJECTION);
    }

    /** {@return the longest ejection: 300 s, or the first one if that is longer} */
    default Duration longestEjection() {
        return firstEjection().compareTo(OutlierDefaults.LONGEST_EJECTION) > 0
                ? firstEjection()
                : OutlierDefaults.LONGEST_EJECTION;
    }

    /**
     * {@return how many hosts may be ejected at once: the percentage, rounded down; 0 is possible}
     *
     * @param hosts number of all hosts of the cluster, unhealthy ones included
     */
    default int mostEjected(int hosts) {
        return OutlierDefaults.mostEjected(this, hosts);
    }

    /** Checks the ranges. */
    @Value.Check
    default void check() {
        OutlierDefaults.check(this);
    }

    /** {@return a builder that starts with these settings} */
    default OutlierSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set, like {@code outlierDetection: {}}} */
    static OutlierSettingsBuilder builder() {
        return new OutlierSettingsBuilder();
    }
}
