package io.eastwest.routing.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterBuilder;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.EndpointHealth;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.LocalityEndpointsBuilder;
import io.eastwest.routing.envoy.UpstreamTls;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Up to which sum of weights a ring or table is made: 4294967295. */
class SumsOfWeightsTest {
    private static final LoadBalancingPolicy RING = new LoadBalancingPolicy.RingHash(1024);
    private static final LoadBalancingPolicy TABLE = new LoadBalancingPolicy.Maglev(65_537);
    private static final long LARGEST = 4_294_967_295L;

    private static LocalityEndpointsBuilder group(String zone, int priority, long... weights) {
        LocalityEndpointsBuilder group =
                LocalityEndpoints.builder().region("r").zone(zone).subzone("").priority(priority);
        for (long weight : weights) {
            group.addEndpoint(endpoint(weight, EndpointHealth.HEALTHY));
        }
        return group;
    }

    private static LbEndpoint endpoint(long weight, EndpointHealth health) {
        return LbEndpoint.builder()
                .address("10.0.0.1:80")
                .mutualTls(false)
                .owner("o")
                .weight(weight)
                .health(health)
                .build();
    }

    private static void require(LoadBalancingPolicy policy, boolean weighted, LocalityEndpointsBuilder... groups) {
        ClusterBuilder cluster = Cluster.builder()
                .name("c")
                .type(ClusterType.EDS)
                .loadBalancing(policy)
                .tls(UpstreamTls.none())
                .localityWeighted(weighted);
        for (LocalityEndpointsBuilder group : groups) {
            cluster.addAssignment(group.build());
        }
        HashWeights.require(cluster.build());
    }

    private static void taken(LoadBalancingPolicy policy, boolean weighted, LocalityEndpointsBuilder... groups) {
        assertThatCode(() -> require(policy, weighted, groups)).doesNotThrowAnyException();
    }

    private static void refused(
            String what, LoadBalancingPolicy policy, boolean weighted, LocalityEndpointsBuilder... groups) {
        assertThatThrownBy(() -> require(policy, weighted, groups))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "c: the weights of the " + what + " add up to 4294967296, but Envoy makes a hash ring or table"
                                + " of at most 4294967295 and keeps the one that it has");
    }

    @Nested
    class WithoutLocalityWeights {
        @Test
        void endpointsOfAPriorityAddUp() {
            taken(RING, false, group("a", 0, LARGEST - 1), group("b", 0, 1));
            refused("endpoints of priority 0", RING, false, group("a", 0, LARGEST), group("b", 0, 1));
            refused("endpoints of priority 0", TABLE, false, group("a", 0, LARGEST, 1));
        }

        @Test
        void prioritiesAreCountedAlone() {
            taken(RING, false, group("a", 0, LARGEST), group("b", 1, LARGEST));
            refused("endpoints of priority 1", RING, false, group("a", 0, 1), group("b", 1, LARGEST, 1));
        }

        @Test
        void unhealthyEndpointsHaveNoPlace() {
            taken(RING, false, group("a", 0, LARGEST).addEndpoint(endpoint(1, EndpointHealth.UNHEALTHY)));
        }
    }

    @Nested
    class WithLocalityWeights {
        @Test
        void endpointsOfALocalityAddUp() {
            taken(
                    RING,
                    true,
                    group("a", 0, LARGEST).weight(1),
                    group("b", 0, LARGEST).weight(1));
            refused(
                    "endpoints of locality \"r/a\"",
                    RING,
                    true,
                    group("a", 0, LARGEST, 1).weight(1));
        }

        @Test
        void localitiesOfAPriorityAddUp() {
            taken(
                    TABLE,
                    true,
                    group("a", 0, 1).weight(LARGEST - 1),
                    group("b", 0, 1).weight(1),
                    group("c", 0, LARGEST));
            refused(
                    "localities of priority 0",
                    TABLE,
                    true,
                    group("a", 0, 1).weight(LARGEST),
                    group("b", 0, 1).weight(1));
        }
    }

    @Test
    void otherBalancersTakeAnySum() {
        taken(new LoadBalancingPolicy.Simple("ROUND_ROBIN"), false, group("a", 0, LARGEST, 1));
    }
}
