package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.routing.envoy.OutlierSettings;
import io.eastwest.routing.envoy.OutlierSettingsBuilder;
import java.util.OptionalInt;

/**
 * Outlier detection as it is sent. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/cluster_traffic_policy.go:applyOutlierDetection}.
 */
final class EjectionSettings {
    private static final int ALWAYS = 100;

    private EjectionSettings() {}

    static OutlierSettings of(OutlierDetection detection) {
        OutlierSettingsBuilder settings = OutlierSettings.builder()
                .interval(detection.interval())
                .baseEjectionTime(detection.baseEjectionTime())
                .maxEjectionPercent(unlessZero(detection.maxEjectionPercent()));
        detection
                .consecutive5xxErrors()
                .ifPresent(count -> settings.consecutive5xx(count).enforcingConsecutive5xx(enforced(count)));
        detection
                .consecutiveGatewayErrors()
                .ifPresent(count ->
                        settings.consecutiveGatewayFailure(count).enforcingConsecutiveGatewayFailure(enforced(count)));
        if (detection.splitExternalLocalOriginErrors().orElse(false)) {
            settings.splitExternalLocalOriginErrors(true);
            unlessZero(detection.consecutiveLocalOriginFailures())
                    .ifPresent(count -> settings.consecutiveLocalOriginFailure(count)
                            .enforcingConsecutiveLocalOriginFailure(ALWAYS));
        }
        return settings.build();
    }

    private static int enforced(int count) {
        return count > 0 ? ALWAYS : 0;
    }

    private static OptionalInt unlessZero(OptionalInt value) {
        return value.orElse(0) > 0 ? value : OptionalInt.empty();
    }
}
