package io.eastwest.routing.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.PortSelector;
import io.eastwest.model.istio.networking.PortTrafficPolicy;
import io.eastwest.model.istio.networking.PortTrafficPolicyBuilder;
import io.eastwest.model.istio.networking.ProxyProtocol;
import io.eastwest.model.istio.networking.SimpleLoadBalancer;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicyBuilder;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.MergedDestinationRule.SourcedSubset;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EffectivePolicyTest {
    private static final ResourceKey KEY = ResourceKey.of("networking.istio.io", "DestinationRule", "shop", "api");
    private static final LoadBalancerSettings ROUND_ROBIN = LoadBalancerSettings.simple(SimpleLoadBalancer.ROUND_ROBIN);
    private static final LoadBalancerSettings RANDOM = LoadBalancerSettings.simple(SimpleLoadBalancer.RANDOM);
    private static final OutlierDetection A =
            OutlierDetection.builder().consecutive5xxErrors(1).build();
    private static final OutlierDetection B =
            OutlierDetection.builder().consecutive5xxErrors(2).build();

    private static TrafficPolicyBuilder top() {
        return TrafficPolicy.builder().loadBalancer(ROUND_ROBIN).outlierDetection(A);
    }

    @Nested
    class OfPortAndSubset {
        @Test
        void aSubsetReplacesWhatItNames() {
            EffectivePolicy policy = policy(top(), TrafficPolicy.builder().loadBalancer(RANDOM));

            assertThat(value(policy.loadBalancer())).contains(RANDOM);
            assertThat(value(policy.outlierDetection())).contains(A);
            assertThat(policy.loadBalancer().orElseThrow().origin())
                    .isEqualTo(new Origin(KEY, "spec.subsets[0].trafficPolicy.loadBalancer"));
            assertThat(policy.outlierDetection().orElseThrow().origin())
                    .isEqualTo(new Origin(KEY, "spec.trafficPolicy.outlierDetection"));
        }

        @Test
        void anEntryOfThePortInheritsNothing() {
            EffectivePolicy policy =
                    policy(top().addPortLevelSetting(port().loadBalancer(RANDOM).build()), TrafficPolicy.builder());

            assertThat(value(policy.loadBalancer())).contains(RANDOM);
            assertThat(policy.outlierDetection()).isEmpty();
            assertThat(policy.loadBalancer().orElseThrow().origin().path())
                    .isEqualTo("spec.trafficPolicy.portLevelSettings[0].loadBalancer");
        }

        @Test
        void anEntryOfThePortInASubsetClearsTheRestButWhatItCannotCarry() {
            EffectivePolicy policy = policy(
                    top().proxyProtocol(ProxyProtocol.empty()),
                    TrafficPolicy.builder()
                            .outlierDetection(B)
                            .addPortLevelSetting(
                                    port().tls(tls(ClientTlsMode.SIMPLE)).build()));

            assertThat(value(policy.tls())).contains(tls(ClientTlsMode.SIMPLE));
            assertThat(policy.outlierDetection()).isEmpty();
            assertThat(policy.loadBalancer()).isEmpty();
            assertThat(policy.proxyProtocol()).isPresent();
        }

        @Test
        void aSubsetIsLaidOverTheEntryOfThePort() {
            EffectivePolicy policy = policy(
                    top().addPortLevelSetting(
                                    port().tls(tls(ClientTlsMode.DISABLE)).build()),
                    TrafficPolicy.builder().loadBalancer(RANDOM));

            assertThat(value(policy.tls())).contains(tls(ClientTlsMode.DISABLE));
            assertThat(value(policy.loadBalancer())).contains(RANDOM);
            assertThat(policy.outlierDetection()).isEmpty();
        }

        @Test
        void withoutAPolicyOfTheRuleTheSubsetStandsAlone() {
            EffectivePolicy policy = EffectivePolicy.of(
                    Optional.of(rule(
                            Optional.empty(),
                            TrafficPolicy.builder()
                                    .loadBalancer(RANDOM)
                                    .addPortLevelSetting(
                                            port().outlierDetection(A).build())
                                    .build())),
                    80,
                    "v1");

            assertThat(value(policy.outlierDetection())).contains(A);
            assertThat(policy.loadBalancer()).isEmpty();
        }

        @Test
        void otherPortsAndUnknownSubsetsTakeThePolicyOfTheRule() {
            MergedDestinationRule rule = rule(
                    Optional.of(top().addPortLevelSetting(
                                    port().loadBalancer(RANDOM).build())
                            .build()),
                    TrafficPolicy.empty());

            assertThat(value(EffectivePolicy.of(Optional.of(rule), 81, "v9").loadBalancer()))
                    .contains(ROUND_ROBIN);
        }
    }

    @Nested
    class ForTheMarkOfEndpoints {
        @Test
        void aSubsetDoesNotInheritFromTheRule() {
            MergedDestinationRule rule = rule(
                    Optional.of(TrafficPolicy.builder()
                            .tls(tls(ClientTlsMode.DISABLE))
                            .build()),
                    TrafficPolicy.empty());

            assertThat(EndpointTlsMode.of(Optional.of(rule), 80, "")).contains(ClientTlsMode.DISABLE);
            assertThat(EndpointTlsMode.of(Optional.of(rule), 80, "v1")).isEmpty();
        }

        @Test
        void theModeOfASubsetIsItsOwnAndNothingSaidIsOff() {
            MergedDestinationRule rule = rule(
                    Optional.of(TrafficPolicy.builder()
                            .tls(tls(ClientTlsMode.DISABLE))
                            .build()),
                    TrafficPolicy.builder().tls(tls(ClientTlsMode.ISTIO_MUTUAL)).build());
            TrafficPolicy silent = TrafficPolicy.builder()
                    .tls(ClientTlsSettings.builder().build())
                    .build();

            assertThat(EndpointTlsMode.of(Optional.of(rule), 80, "v1")).contains(ClientTlsMode.ISTIO_MUTUAL);
            assertThat(EndpointTlsMode.of(Optional.of(rule), 80, "v2")).isEmpty();
            assertThat(EndpointTlsMode.of(Optional.of(rule(Optional.of(silent), silent)), 80, ""))
                    .contains(ClientTlsMode.DISABLE);
            assertThat(EndpointTlsMode.of(Optional.empty(), 80, "")).isEmpty();
        }

        @Test
        void anEntryIsForItsPortAlone() {
            TrafficPolicy policy = TrafficPolicy.builder()
                    .tls(tls(ClientTlsMode.DISABLE))
                    .addPortLevelSetting(port().tls(tls(ClientTlsMode.SIMPLE)).build())
                    .build();
            Optional<MergedDestinationRule> rule = Optional.of(rule(Optional.of(policy), policy));

            assertThat(EndpointTlsMode.of(rule, 80, "")).contains(ClientTlsMode.SIMPLE);
            assertThat(EndpointTlsMode.of(rule, 81, "")).contains(ClientTlsMode.DISABLE);
            assertThat(EndpointTlsMode.of(rule, 80, "v1")).contains(ClientTlsMode.SIMPLE);
        }

        @Test
        void anEntryOfThePortWithoutTlsHidesNothing() {
            TrafficPolicy policy = TrafficPolicy.builder()
                    .tls(tls(ClientTlsMode.DISABLE))
                    .addPortLevelSetting(port().loadBalancer(RANDOM).build())
                    .build();

            assertThat(EndpointTlsMode.of(Optional.of(rule(Optional.of(policy), policy)), 80, ""))
                    .contains(ClientTlsMode.DISABLE);
            assertThat(EffectivePolicy.of(Optional.of(rule(Optional.of(policy), policy)), 80, "")
                            .tls())
                    .isEmpty();
        }
    }

    private static EffectivePolicy policy(TrafficPolicyBuilder top, TrafficPolicyBuilder subset) {
        return EffectivePolicy.of(Optional.of(rule(Optional.of(top.build()), subset.build())), 80, "v1");
    }

    private static MergedDestinationRule rule(Optional<TrafficPolicy> top, TrafficPolicy subset) {
        return MergedDestinationRule.builder()
                .host("api.shop.svc.cluster.local")
                .namespace("shop")
                .addResource(KEY)
                .trafficPolicy(top)
                .trafficPolicyOrigin(top.map(policy -> new Origin(KEY, "spec.trafficPolicy")))
                .addSubset(new SourcedSubset(
                        Subset.builder().name("v1").trafficPolicy(subset).build(), new Origin(KEY, "spec.subsets[0]")))
                .build();
    }

    private static PortTrafficPolicyBuilder port() {
        return PortTrafficPolicy.builder().port(PortSelector.number(80));
    }

    private static ClientTlsSettings tls(ClientTlsMode mode) {
        return ClientTlsSettings.mode(mode);
    }

    private static <T> Optional<T> value(Optional<Sourced<T>> part) {
        return part.map(Sourced::value);
    }
}
