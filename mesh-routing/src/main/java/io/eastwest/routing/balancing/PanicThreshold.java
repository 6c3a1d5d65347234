package io.eastwest.routing.balancing;

import java.util.OptionalInt;

/** The share of healthy hosts below which a priority panics, as Istio sends it. */
public final class PanicThreshold {
    /** What Envoy takes when Istio sends nothing, in percent. */
    public static final int ENVOY_DEFAULT = 50;

    private PanicThreshold() {}

    /**
     * {@return the threshold in percent, 0 to 100; 0 means that no priority ever panics}
     *
     * <p>Without outlier detection Istio sends nothing and Envoy takes 50; with it Istio always sends the minimum health; for a
     * service whose unhealthy endpoints are sent too (traffic distribution) it sends 0 whatever else is set.
     *
     * <p>Mirrors istio 1.30.3 pilot/pkg/networking/core/cluster_traffic_policy.go:applyOutlierDetection.
     *
     * @param minHealthPercent {@code minHealthPercent} of the effective outlier detection, 0 when that is there without it; empty
     *     when there is no outlier detection
     * @param supportsUnhealthyEndpoints whether unhealthy endpoints of the service are sent to proxies
     */
    public static int of(OptionalInt minHealthPercent, boolean supportsUnhealthyEndpoints) {
        return supportsUnhealthyEndpoints ? 0 : minHealthPercent.orElse(ENVOY_DEFAULT);
    }
}
