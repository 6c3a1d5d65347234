package io.eastwest.routing.locality;

import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.Locality;
import java.util.List;
import java.util.Map;

/**
 * Applies a preference to groups of endpoints.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/loadbalancer/loadbalancer.go:ApplyLocalityLoadBalancer}.
 */
public final class LocalityBalancing {
    private LocalityBalancing() {}

    /**
     * Weighs and orders groups. {@code distribute} takes the place of any failover.
     *
     * @param groups groups in order, of priority 0
     * @param client place of the proxy
     * @param labels labels of the proxy
     * @param preference what is preferred
     * @return groups with weights and priorities
     */
    public static List<EndpointGroup> apply(
            List<EndpointGroup> groups, Locality client, Map<String, String> labels, LocalityPreference preference) {
        LocalityLoadBalancerSetting setting = preference.setting();
        if (!setting.distribute().isEmpty()) {
            return LocalityShares.apply(groups, client, setting.distribute());
        }
        if (!preference.failsOver()) {
            return groups;
        }
        if (setting.failoverPriority().isEmpty()) {
            return RegionFailover.apply(groups, client, setting.failover());
        }
        List<EndpointGroup> ordered = LabelFailover.apply(groups, labels, setting.failoverPriority());
        return setting.failover().isEmpty() ? ordered : RegionFailover.apply(ordered, client, setting.failover());
    }
}
