package io.eastwest.routing.cluster;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.routing.destination.TargetCluster;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.locality.LocalityPreference;
import io.eastwest.routing.view.MeshService;
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
     * @param registered how many endpoints the service has, those that the proxy does not get included
     * @return the preference; empty: none
     * @throws UnsupportedFeatureException if labels shall order endpoints of several localities, or not all of them
     */
    static Optional<LocalityPreference> preference(
            LocalityPreference preference, TargetCluster target, List<EndpointGroup> groups, int registered) {
        LocalityLoadBalancerSetting setting = preference.setting();
        boolean byLabels = preference.failsOver()
                && setting.distribute().isEmpty()
                && !setting.failoverPriority().isEmpty();
        if (!byLabels) {
            return Optional.of(preference);
        }
        if (target.subset().isEmpty() && !target.forwardsTls() && !target.virtual()) {
            check(target, groups, registered);
            return Optional.of(preference);
        }
        return setting.failover().isEmpty() ? Optional.empty() : Optional.of(withoutLabels(preference));
    }

    /** Upstream pairs the first group with all registered endpoints, one by one. */
    private static void check(TargetCluster target, List<EndpointGroup> groups, int registered) {
        if (groups.size() > 1) {
            throw new UnsupportedFeatureException(target.service().resource()
                    + ": failoverPriority is not defined for a service that is resolved by DNS and has endpoints in"
                    + " several localities; use failover or distribute, or static addresses");
        }
        boolean whole = groups.stream().allMatch(group -> group.members().size() == registered)
                && groups.stream().noneMatch(NamedEndpoints::hasGateway);
        if (!whole) {
            throw new UnsupportedFeatureException(target.service().resource()
                    + ": failoverPriority is not defined for a service that is resolved by DNS and has endpoints that a proxy"
                    + " does not get as they are; use failover or distribute, or static addresses");
        }
    }

    private static boolean hasGateway(EndpointGroup group) {
        return group.members().stream()
                .anyMatch(member -> member.endpoint().gateway().isPresent());
    }

    /**
     * What is to be known about endpoints of other networks.
     *
     * @param service the service
     * @param groups its endpoints
     * @return one line of text; empty: it has none
     */
    static Optional<String> finding(MeshService service, List<EndpointGroup> groups) {
        return groups.stream().anyMatch(NamedEndpoints::hasGateway)
                ? Optional.of("WARNING " + service.resource() + ": endpoints of another network are reached through its"
                        + " gateways or directly, depending on the order in which istiod learned of both; use static addresses"
                        + " NAMES_IN_ANOTHER_NETWORK")
                : Optional.empty();
    }

    private static LocalityPreference withoutLabels(LocalityPreference preference) {
        return preference.toBuilder()
                .setting(preference.setting().toBuilder()
                        .failoverPriority(List.<String>of())
                        .build())
                .build();
    }
}
