package io.eastwest.routing.locality;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.routing.destination.EffectivePolicy;
import io.eastwest.routing.destination.Sourced;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.style.RoutingValue;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.TrafficDistribution;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The preference between localities that holds for a cluster: of its DestinationRule, else the traffic distribution of its
 * service, else that of the mesh; never a mixture. Not meant to be implemented by users.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/loadbalancer/loadbalancer.go:GetLocalityLbSetting}.
 */
@RoutingValue
@Value.Immutable
public interface LocalityPreference {
    /** {@return what is preferred} */
    LocalityLoadBalancerSetting setting();

    /** {@return whether failover is on: outlier detection is, or the service itself asks for near endpoints} */
    boolean failsOver();

    /** {@return where a DestinationRule says it; empty: the service or the mesh does} */
    Optional<Origin> origin();

    /**
     * The preference of a cluster.
     *
     * @param mesh mesh configuration
     * @param policy effective policy of the cluster
     * @param service its service
     * @return the preference; empty: none
     */
    static Optional<LocalityPreference> of(MeshConfig mesh, EffectivePolicy policy, MeshService service) {
        boolean outlier = policy.outlierDetection().isPresent();
        Optional<Sourced<LocalityLoadBalancerSetting>> own =
                policy.loadBalancer().flatMap(LocalityPreference::own);
        if (own.isPresent()) {
            return preference(own.get().value(), outlier, own.map(Sourced::origin));
        }
        if (service.trafficDistribution() != TrafficDistribution.ANY) {
            return preference(nearby(service.trafficDistribution()), true, Optional.empty());
        }
        return mesh.localityLbSetting().flatMap(setting -> preference(setting, outlier, Optional.empty()));
    }

    private static Optional<Sourced<LocalityLoadBalancerSetting>> own(Sourced<LoadBalancerSettings> balancer) {
        Origin origin = balancer.origin();
        return balancer.value()
                .localityLbSetting()
                .map(setting ->
                        new Sourced<>(setting, new Origin(origin.resource(), origin.path() + ".localityLbSetting")));
    }

    private static Optional<LocalityPreference> preference(
            LocalityLoadBalancerSetting setting, boolean failsOver, Optional<Origin> origin) {
        return setting.enabled().orElse(true)
                ? Optional.of(builder()
                        .setting(setting)
                        .failsOver(failsOver)
                        .origin(origin)
                        .build())
                : Optional.empty();
    }

    private static LocalityLoadBalancerSetting nearby(TrafficDistribution distribution) {
        List<String> labels = distribution == TrafficDistribution.PREFER_SAME_NODE
                ? FailoverLabels.SAME_NODE
                : FailoverLabels.SAME_ZONE;
        return LocalityLoadBalancerSetting.builder()
                .enabled(true)
                .addAllFailoverPriority(labels)
                .build();
    }

    /** {@return whether weights of localities count at all} */
    default boolean isWeighted() {
        boolean explicit =
                !setting().failover().isEmpty() || !setting().failoverPriority().isEmpty();
        return !setting().distribute().isEmpty() || (failsOver() && explicit);
    }

    /** {@return whether it changes nothing because outlier detection, without which nothing fails over, is off} */
    default boolean isInert() {
        return setting().distribute().isEmpty() && !failsOver();
    }

    /** {@return a builder that starts from this value} */
    default LocalityPreferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static LocalityPreferenceBuilder builder() {
        return new LocalityPreferenceBuilder();
    }
}
