package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.istio.networking.ConsistentHash;
import io.eastwest.model.istio.networking.ConsistentHashBuilder;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.Maglev;
import io.eastwest.model.istio.networking.RingHash;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clusters Envoy takes: load-balancing.md 3.5, 6.6. */
class AcceptedClustersTest {
    @Nested
    class TableSizes {
        @Test
        void aMaglevTableThatIsNotPrimeMakesTheClusterMissing() {
            assertThat(maglev(11)).isPresent();
            assertThat(maglev(12)).isEmpty();
        }

        @Test
        void aMaglevTableWithoutSizeHas65537Slots() {
            assertThat(maglev(0).map(Cluster::loadBalancing)).contains(new LoadBalancingPolicy.Maglev(65_537));
        }

        @Test
        void aMaglevTableThatIsTooLargeIsRefusedBecauseAllClustersAre() {
            assertThat(maglev(5_000_011)).isPresent();
            assertThatThrownBy(() -> maglev(5_000_077))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessage(
                            "DestinationRule/shop/api: the size of the maglev table must be within 2 to 5000011 but was"
                                    + " 5000077 for outbound|80||api.shop.svc.cluster.local; Envoy refuses all clusters of a proxy"
                                    + " because of it");
        }

        @Test
        void aRingThatIsTooLargeIsRefusedBecauseAllClustersAre() {
            assertThat(ring(8_388_608)).isPresent();
            assertThatThrownBy(() -> ring(8_388_609)).isInstanceOf(UnsupportedFeatureException.class);
        }

        private Optional<Cluster> maglev(long size) {
            return hash(ConsistentHash.builder()
                    .maglev(Maglev.builder().tableSize(size).build()));
        }

        private Optional<Cluster> ring(long size) {
            return hash(ConsistentHash.builder()
                    .ringHash(RingHash.builder().minimumRingSize(size).build()));
        }

        private Optional<Cluster> hash(ConsistentHashBuilder hash) {
            LoadBalancerSettings balancer = LoadBalancerSettings.builder()
                    .consistentHash(hash.httpHeaderName("x-user").build())
                    .build();
            HandMadeView view = new HandMadeView()
                    .with(service().build(), endpoint("10.0.0.1").build())
                    .with(DestinationRule.of(
                            "shop",
                            "api",
                            DestinationRuleSpec.host("api").toBuilder()
                                    .trafficPolicy(TrafficPolicy.builder()
                                            .loadBalancer(balancer)
                                            .build())
                                    .build()));
            return find(view, "outbound|80||" + HOST);
        }
    }

    @Nested
    class Percentages {
        @ParameterizedTest
        @CsvSource({
            "minHealthPercent: 100, taken",
            "minHealthPercent: 101, minHealthPercent",
            "minHealthPercent: -1, taken",
            "maxEjectionPercent: 100, taken",
            "maxEjectionPercent: 101, maxEjectionPercent",
            "maxEjectionPercent: -1, taken",
        })
        void aboveAWholeAreRefusedAndThoseBelowNothingAreNotSent(String detection, String expected) {
            assertThat(of("{outlierDetection: {" + detection + "}}")).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"0, taken", "100, taken", "100.5, minimumPercent of the warmup", "-1, minimumPercent of the warmup"
        })
        void ofTheWarmupAreToo(String percent, String expected) {
            assertThat(of("{loadBalancer: {simple: ROUND_ROBIN, warmup: {duration: 60s, minimumPercent: " + percent
                            + "}}}"))
                    .isEqualTo(expected);
        }

        private String of(String policy) {
            HandMadeView view = new HandMadeView()
                    .with(service().build(), endpoint("10.0.0.1").build())
                    .with(ManifestReader.pruning()
                            .read(
                                    "rule.yaml",
                                    SmallMesh.istio(
                                            "DestinationRule",
                                            "shop/api",
                                            "{host: api, trafficPolicy: " + policy + "}"))
                            .orThrow()
                            .get(0)
                            .resource());
            try {
                return find(view, "outbound|80||" + HOST).isPresent() ? "taken" : "missing";
            } catch (UnsupportedFeatureException refused) {
                return String.valueOf(refused.getMessage())
                        .replaceFirst("^DestinationRule/shop/api: the (.*) must be within 0 to 100 but was .*$", "$1");
            }
        }
    }

    @Nested
    class RacedConnections {
        @Test
        void connectionsThatAreRacedGoToTheAddressesOfOneName() {
            assertThat(raced("RACE_FIRST_TCP_CONNECT", "a.example").map(Cluster::type))
                    .contains(ClusterType.LOGICAL_DNS);
            assertThat(raced("race_first_tcp_connect", "a.example").map(Cluster::type))
                    .contains(ClusterType.LOGICAL_DNS);
            assertThat(raced("", "a.example").map(Cluster::type)).contains(ClusterType.STRICT_DNS);
        }

        @Test
        void severalNamesMakeTheClusterMissing() {
            assertThat(raced("RACE_FIRST_TCP_CONNECT", "a.example", "b.example"))
                    .isEmpty();
            assertThat(raced("", "a.example", "b.example")).isPresent();
        }

        private Optional<Cluster> raced(String strategy, String... names) {
            HandMadeView view = new HandMadeView()
                    .with(
                            service("db.example", Resolution.DNS)
                                    .registry(Registry.EXTERNAL)
                                    .putAnnotation("istio.io/connect-strategy", strategy)
                                    .build(),
                            List.of(names).stream()
                                    .map(name -> endpoint(name).build())
                                    .toArray(ServiceEndpoint[]::new));
            return find(view, "outbound|80||db.example");
        }
    }

    private static Optional<Cluster> find(HandMadeView view, String name) {
        return ClusterFactory.of(ProxyScopes.of(view, List.of()).scope(proxy().build()))
                .cluster(name);
    }
}
