package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.RetryRule;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.EndpointHealth;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.WarmUp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster as its proxy balances it. */
class ClusterBalanceTest {
    private static final RetryRule ELSEWHERE = new RetryRule(true, 5, OptionalInt.empty());
    private static final RetryRule ANYWHERE = new RetryRule(false, 0, OptionalInt.empty());

    private record Young(String address) implements EndpointConditions {
        @Override
        public boolean isUnhealthy(LbEndpoint endpoint) {
            return false;
        }

        @Override
        public Optional<Duration> age(LbEndpoint endpoint) {
            return endpoint.address().equals(address) ? Optional.of(Duration.ofSeconds(10)) : Optional.empty();
        }
    }

    private record Down(String address) implements EndpointConditions {
        @Override
        public boolean isUnhealthy(LbEndpoint endpoint) {
            return endpoint.address().equals(address);
        }
    }

    private static Cluster cluster(String policy, LbEndpoint... endpoints) {
        LocalityEndpoints group = LocalityEndpoints.builder()
                .region("")
                .zone("")
                .subzone("")
                .addEndpoints(endpoints)
                .build();
        return TestProxy.clusterOf("a").toBuilder()
                .loadBalancing(new LoadBalancingPolicy.Simple(policy))
                .assignment(List.of(group))
                .build();
    }

    private static LbEndpoint endpoint(String address, long weight, EndpointHealth health) {
        return LbEndpoint.builder()
                .address(address)
                .weight(weight)
                .health(health)
                .mutualTls(false)
                .build();
    }

    private static LbEndpoint endpoint(String address) {
        return endpoint(address, 1, EndpointHealth.HEALTHY);
    }

    private static String shares(Cluster cluster, EndpointConditions conditions) {
        ClusterPick pick = new ClusterBalance(cluster).pick(conditions, OptionalLong.empty());
        return pick.targets().stream()
                        .map(target -> target.endpoint().address() + " " + target.share())
                        .collect(Collectors.joining(", "))
                + (pick.refused().isZero() ? "" : ", none " + pick.refused());
    }

    private static String tries(Cluster cluster, RetryRule rule, OptionalLong hash, String... tried) {
        List<LbEndpoint> attempted =
                List.of(tried).stream().map(ClusterBalanceTest::endpoint).toList();
        EndpointDraw draw = new ClusterBalance(cluster).retry(EndpointConditions.HEALTHY, hash, rule, attempted);
        return draw.targets().stream()
                        .map(target -> target.endpoint().address() + " " + target.share())
                        .collect(Collectors.joining(", "))
                + (draw.refused().isZero() ? "" : ", none " + draw.refused());
    }

    @Test
    void weightAndHealthDecide() {
        Cluster cluster = cluster(
                "LEAST_REQUEST",
                endpoint("a", 1, EndpointHealth.HEALTHY),
                endpoint("b", 3, EndpointHealth.HEALTHY),
                endpoint("sick", 1, EndpointHealth.UNHEALTHY),
                endpoint("old", 1, EndpointHealth.DRAINING));

        assertThat(shares(cluster, EndpointConditions.HEALTHY)).isEqualTo("a 1/4, b 3/4");
        assertThat(shares(cluster("RANDOM", endpoint("a"), endpoint("b"), endpoint("c")), new Down("b")))
                .isEqualTo("a 1/2, c 1/2");
        assertThat(shares(cluster("RANDOM"), EndpointConditions.HEALTHY)).isEqualTo(", none 1");
    }

    @Nested
    class AnEndpointThatIsYoung {
        private static String shares(String policy, long window, double aggression) {
            Cluster cluster = cluster(policy, endpoint("a"), endpoint("young")).toBuilder()
                    .slowStart(new WarmUp(Duration.ofSeconds(window), aggression, 10))
                    .build();
            return ClusterBalanceTest.shares(cluster, new Young("young"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"ROUND_ROBIN", "LEAST_REQUEST"})
        void getsLessWhileItWarmsUp(String policy) {
            String half = shares(policy, 20, 1);

            assertThat(half).isNotEqualTo("a 1/2, young 1/2").startsWith("a ");
            assertThat(shares(policy, 20, 0)).isEqualTo(half);
            assertThat(shares(policy, 20, 2)).isNotEqualTo(half);
            assertThat(shares(policy, 0, 1)).isEqualTo("a 1/2, young 1/2");
            assertThat(shares(policy, 5, 1)).isEqualTo("a 1/2, young 1/2");
        }

        @Test
        void getsItsShareAtRandomAndWhereNothingWarmsUp() {
            assertThat(shares("RANDOM", 20, 1)).isEqualTo("a 1/2, young 1/2");
            assertThat(ClusterBalanceTest.shares(
                            cluster("ROUND_ROBIN", endpoint("a"), endpoint("young")), new Young("young")))
                    .isEqualTo("a 1/2, young 1/2");
        }
    }

    @Nested
    class AnotherTry {
        private final Cluster two = cluster("RANDOM", endpoint("a"), endpoint("b"));

        @Test
        void goesElsewhereIfTheRuleSaysSo() {
            assertThat(tries(two, ELSEWHERE, OptionalLong.empty())).isEqualTo("a 1/2, b 1/2");
            assertThat(tries(two, ANYWHERE, OptionalLong.empty(), "a")).isEqualTo("a 1/2, b 1/2");
            assertThat(tries(two, ELSEWHERE, OptionalLong.empty(), "a")).isEqualTo("a 1/64, b 63/64");
        }

        @Test
        void followsTheHash() {
            Cluster ring = two.toBuilder()
                    .loadBalancing(new LoadBalancingPolicy.RingHash(1024))
                    .build();
            String first = tries(ring, ANYWHERE, OptionalLong.of(7));

            assertThat(first).endsWith(" 1");
            assertThat(tries(ring, ANYWHERE, OptionalLong.of(7), first.substring(0, 1)))
                    .isEqualTo(first);
            assertThat(tries(ring, ANYWHERE, OptionalLong.empty())).contains("a ", "b ");
            assertThat(tries(two, ANYWHERE, OptionalLong.of(7))).isEqualTo("a 1/2, b 1/2");
        }

        @Test
        void findsNobodyInAClusterWithoutEndpoints() {
            assertThat(tries(cluster("RANDOM"), ANYWHERE, OptionalLong.empty())).isEqualTo(", none 1");
        }
    }

    @Test
    void aHashChoosesOneEndpoint() {
        Cluster maglev = cluster("RANDOM", endpoint("a"), endpoint("b")).toBuilder()
                .loadBalancing(new LoadBalancingPolicy.Maglev(65537))
                .build();
        ClusterBalance balance = new ClusterBalance(maglev);

        assertThat(balance.isConsistentHash()).isTrue();
        assertThat(balance.pick(EndpointConditions.HEALTHY, OptionalLong.of(1)).targets())
                .hasSize(1);
        assertThat(balance.pick(EndpointConditions.HEALTHY, OptionalLong.empty())
                        .targets())
                .hasSize(2);
        assertThat(new ClusterBalance(cluster("RANDOM", endpoint("a"))).isConsistentHash())
                .isFalse();
    }

    @Test
    void anAddressThatIsNotAssignedIsAnEndpointAllTheSame() {
        ClusterBalance balance = new ClusterBalance(cluster("RANDOM", endpoint("a", 7, EndpointHealth.HEALTHY)));

        assertThat(balance.endpoint("a").weight()).isEqualTo(7);
        assertThat(balance.endpoint("b").address()).isEqualTo("b");
        assertThat(balance.endpoint("b").mutualTls()).isFalse();
    }

    /** However many conditions are asked about, each is answered by itself. */
    @Test
    void conditionsDoNotMix() {
        LbEndpoint[] endpoints =
                IntStream.range(0, 70).mapToObj(i -> endpoint("e" + i)).toArray(LbEndpoint[]::new);
        ClusterBalance balance = new ClusterBalance(cluster("RANDOM", endpoints));

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 70; i++) {
                String down = "e" + i;
                assertThat(balance.pick(new Down(down), OptionalLong.empty()).targets())
                        .hasSize(69)
                        .noneMatch(target -> target.endpoint().address().equals(down));
            }
        }
    }
}
