package io.eastwest.routing.cluster;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.routing.destination.TargetCluster;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.locality.LocalityPreference;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a preference where the proxy resolves names itself: labels count for the whole service only. Mirrors istio
 * 1.30.3 {@code pilot/pkg/networking/core/cluster_traffic_policy.go:applyLocalityLoadBalancer}.
 */
final class NamedEndpoints {
    private NamedEndpoints() {}

    /**
     * The preference that is applied.
     *
     * @param preference preference of the cluster
     * @param target the cluster
     * @param groups its endpoints
     * @return the preference; empty: none
     * @throws UnsupportedFeatureException if labels shall order endpoints of several localities
     */
    static Optional<LocalityPreference> preference(
            LocalityPreference preference, TargetCluster target, List<EndpointGroup> groups) {
        LocalityLoadBalancerSetting setting = preference.setting();
        boolean byLabels = preference.failsOver()
                && setting.distribute().isEmpty()
                && !setting.failoverPriority().isEmpty();
        if (!byLabels) {
            return Optional.of(preference);
        }
        if (target.subset().isEmpty() && !target.forwardsTls()) {
            if (groups.size() > 1) {
                throw new UnsupportedFeatureException(target.service().resource()
                        + ": failoverPriority is not defined for a service that is resolved by DNS and has endpoints in"
                        + " several localities; use failover or distribute, or static addresses");
            }
            return Optional.of(preference);
        }
        return setting.failover().isEmpty() ? Optional.empty() : Optional.of(withoutLabels(preference));
    }

    private static LocalityPreference withoutLabels(LocalityPreference preference) {
        return preference.toBuilder()
                .setting(preference.setting().toBuilder()
                        .failoverPriority(List.<String>of())
                        .build())
                .build();
    }
}
