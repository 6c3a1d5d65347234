package io.eastwest.routing.locality;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.routing.destination.EffectivePolicy;
import io.eastwest.routing.destination.EffectivePolicyBuilder;
import io.eastwest.routing.destination.Sourced;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.view.TrafficDistribution;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LocalityPreferenceTest {
    private static final ResourceKey KEY = ResourceKey.of("networking.istio.io", "DestinationRule", "shop", "api");
    private static final LocalityLoadBalancerSetting ON = LocalityLoadBalancerSetting.empty();
    private static final LocalityLoadBalancerSetting OFF =
            LocalityLoadBalancerSetting.builder().enabled(false).build();
    private static final LocalityLoadBalancerSetting FAILOVER = LocalityLoadBalancerSetting.builder()
            .addFailover(LocalityFailover.of("r1", "r2"))
            .build();

    @Nested
    class Precedence {
        @Test
        void withoutMeshThereIsNone() {
            assertThat(of(MeshConfig.empty(), policy(), TrafficDistribution.ANY))
                    .isEmpty();
        }

        @Test
        void theMeshIsAskedLast() {
            assertThat(setting(mesh(ON), policy(), TrafficDistribution.ANY)).contains(ON);
            assertThat(of(mesh(OFF), policy(), TrafficDistribution.ANY)).isEmpty();
        }

        @Test
        void aRuleReplacesTheMeshAsAWhole() {
            assertThat(of(mesh(ON), policy(OFF), TrafficDistribution.ANY)).isEmpty();
            assertThat(setting(mesh(OFF), policy(ON), TrafficDistribution.ANY)).contains(ON);
            assertThat(setting(mesh(ON), policy(FAILOVER), TrafficDistribution.ANY))
                    .contains(FAILOVER);
        }

        @Test
        void trafficDistributionReplacesTheMeshAndNeedsNoOutlierDetection() {
            LocalityPreference preference = of(mesh(OFF), policy(), TrafficDistribution.PREFER_SAME_ZONE)
                    .orElseThrow();

            assertThat(preference.failsOver()).isTrue();
            assertThat(preference.setting().failoverPriority())
                    .containsExactly(
                            "topology.istio.io/network",
                            "topology.kubernetes.io/region",
                            "topology.kubernetes.io/zone");
            assertThat(setting(mesh(ON), policy(), TrafficDistribution.PREFER_SAME_NODE)
                            .orElseThrow()
                            .failoverPriority())
                    .hasSize(5)
                    .endsWith("topology.istio.io/subzone", "kubernetes.io/hostname");
        }

        @Test
        void aRuleBeatsTrafficDistributionAndIsThenInert() {
            LocalityPreference preference = of(mesh(ON), policy(ON), TrafficDistribution.PREFER_SAME_ZONE)
                    .orElseThrow();

            assertThat(preference.failsOver()).isFalse();
            assertThat(preference.isInert()).isTrue();
            assertThat(preference.origin())
                    .contains(new Origin(KEY, "spec.trafficPolicy.loadBalancer.localityLbSetting"));
        }
    }

    @Nested
    class Weighting {
        @Test
        void defaultFailoverWeighsNothing() {
            assertThat(of(mesh(ON), outlier(policy()), TrafficDistribution.ANY)
                            .orElseThrow()
                            .isWeighted())
                    .isFalse();
        }

        @Test
        void explicitFailoverWeighsOnceItIsOn() {
            assertThat(of(mesh(ON), policy(FAILOVER), TrafficDistribution.ANY)
                            .orElseThrow()
                            .isWeighted())
                    .isFalse();
            assertThat(of(mesh(ON), outlier(policy(FAILOVER)), TrafficDistribution.ANY)
                            .orElseThrow()
                            .isWeighted())
                    .isTrue();
        }

        @Test
        void anEmptyOutlierDetectionIsEnough() {
            assertThat(of(mesh(ON), outlier(policy()), TrafficDistribution.ANY)
                            .orElseThrow()
                            .failsOver())
                    .isTrue();
        }
    }

    private static Optional<LocalityPreference> of(
            MeshConfig mesh, EffectivePolicyBuilder policy, TrafficDistribution distribution) {
        return LocalityPreference.of(
                mesh,
                policy.build(),
                Meshes.service().trafficDistribution(distribution).build());
    }

    private static Optional<LocalityLoadBalancerSetting> setting(
            MeshConfig mesh, EffectivePolicyBuilder policy, TrafficDistribution distribution) {
        return of(mesh, policy, distribution).map(LocalityPreference::setting);
    }

    private static MeshConfig mesh(LocalityLoadBalancerSetting setting) {
        return MeshConfig.builder().localityLbSetting(setting).build();
    }

    private static EffectivePolicyBuilder policy() {
        return EffectivePolicy.builder();
    }

    private static EffectivePolicyBuilder policy(LocalityLoadBalancerSetting setting) {
        return policy().loadBalancer(new Sourced<>(
                LoadBalancerSettings.builder().localityLbSetting(setting).build(),
                new Origin(KEY, "spec.trafficPolicy.loadBalancer")));
    }

    private static EffectivePolicyBuilder outlier(EffectivePolicyBuilder policy) {
        return policy.outlierDetection(
                new Sourced<>(OutlierDetection.empty(), new Origin(KEY, "spec.trafficPolicy.outlierDetection")));
    }
}
