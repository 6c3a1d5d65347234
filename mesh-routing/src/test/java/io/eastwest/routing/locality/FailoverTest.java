package io.eastwest.routing.locality;

import static io.eastwest.routing.locality.LocalityGroups.R1_Z1_S1;
import static io.eastwest.routing.locality.LocalityGroups.group;
import static io.eastwest.routing.locality.LocalityGroups.member;
import static io.eastwest.routing.locality.LocalityGroups.priorities;
import static io.eastwest.routing.locality.LocalityGroups.prioritiesOfEndpoints;
import static io.eastwest.routing.locality.LocalityGroups.weights;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.GroupMember;
import io.eastwest.routing.endpoints.Locality;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FailoverTest {
    private static final String NETWORK = "topology.istio.io/network";
    private static final String CLUSTER = "topology.istio.io/cluster";
    private static final List<LocalityFailover> R1_TO_R2 = List.of(LocalityFailover.of("r1", "r2"));

    @Nested
    class ByRegion {
        @Test
        void nearerPlacesComeFirstAndTheNamedRegionBeforeOthers() {
            assertThat(ordered(R1_TO_R2, "r1/z1/s1", "r1/z1/s1", "r1/z1/s2", "r1/z1/s3", "r1/z2", "r2", "r3"))
                    .containsExactly(0, 0, 1, 1, 2, 3, 4);
        }

        @Test
        void prioritiesHaveNoGaps() {
            assertThat(ordered(R1_TO_R2, "r1/z1/s2", "r2/z1/s2", "r2/z1/s2")).containsExactly(0, 1, 1);
        }

        @Test
        void aGroupWithoutLocalityIsNotTheNamedRegion() {
            assertThat(ordered(R1_TO_R2, "r1/z1/s2", "", "r2/z1/s2")).containsExactly(0, 2, 1);
        }

        @Test
        void withoutARuleAllOtherRegionsAreEqual() {
            assertThat(ordered(List.of(), "r2", "r3")).containsExactly(0, 0);
        }

        @Test
        void onlyTheFirstRuleForARegionCounts() {
            assertThat(ordered(List.of(LocalityFailover.of("r1", "r2"), LocalityFailover.of("r1", "r3")), "r2", "r3"))
                    .containsExactly(0, 1);
        }

        private List<Integer> ordered(List<LocalityFailover> rules, String... places) {
            List<EndpointGroup> groups =
                    Arrays.stream(places).map(LocalityGroups::group).toList();
            return priorities(RegionFailover.apply(groups, R1_Z1_S1, rules));
        }
    }

    @Nested
    class ByLabels {
        private final List<EndpointGroup> groups = List.of(
                group("g1", member("e1", labels("n1", "c1")), member("e2", keyed("n2", "c2")))
                        .build(),
                group("g2", member("e3", keyed("n1", "c3")), member("e4", keyed("n2", "c4")))
                        .build(),
                group("g3", member("e5", keyed("n1", "c1")), member("e6", keyed("n2", "c2")))
                        .build());

        @Test
        void nothingInCommonLeavesOnePriority() {
            assertThat(ordered(labels("test", "test"), NETWORK, CLUSTER))
                    .containsExactly("e1=0", "e2=0", "e3=0", "e4=0", "e5=0", "e6=0");
        }

        @Test
        void aLaterLabelCountsOnlyAfterTheFirst() {
            assertThat(ordered(labels("n1", "test"), NETWORK, CLUSTER))
                    .containsExactly("e1=0", "e2=1", "e3=0", "e4=1", "e5=0", "e6=1");
            assertThat(ordered(labels("test", "c1"), NETWORK, CLUSTER))
                    .containsExactly("e1=0", "e2=0", "e3=0", "e4=0", "e5=0", "e6=0");
        }

        @Test
        void everyLabelInCommonIsOneStep() {
            Map<String, String> client = Map.of("key", "value", NETWORK, "n2", CLUSTER, "c2");

            assertThat(ordered(client, "key", NETWORK, CLUSTER))
                    .containsExactly("e1=3", "e2=0", "e3=2", "e4=1", "e5=2", "e6=0");
        }

        @Test
        void aFixedValueStandsForThatOfTheClient() {
            assertThat(ordered(Map.of(NETWORK, "n2"), NETWORK + "=n1"))
                    .containsExactly("e1=0", "e2=1", "e3=0", "e4=1", "e5=0", "e6=1");
            assertThat(ordered(Map.of(NETWORK, "n1"), NETWORK + "=n3"))
                    .containsExactly("e1=0", "e2=0", "e3=0", "e4=0", "e5=0", "e6=0");
        }

        @Test
        void aClientWithoutLabelsPrefersNothing() {
            assertThat(LabelFailover.apply(groups, Map.of(), List.of(NETWORK))).isEqualTo(groups);
        }

        @Test
        void partsOfAGroupWeighWhatTheirEndpointsDo() {
            List<EndpointGroup> split = LabelFailover.apply(groups, labels("n1", "c1"), List.of(NETWORK));

            assertThat(weights(split)).containsOnly(OptionalLong.of(1));
            assertThat(split).hasSize(6);
        }

        @Test
        void groupsWithoutEndpointsAreGone() {
            List<EndpointGroup> one = List.of(
                    group("empty", new GroupMember[0]).build(),
                    group("g", member("e", labels("n1", "c1"))).build());

            assertThat(LabelFailover.apply(one, labels("n1", "c1"), List.of(NETWORK)))
                    .hasSize(1);
        }

        private List<String> ordered(Map<String, String> client, String... labels) {
            return prioritiesOfEndpoints(LabelFailover.apply(groups, client, List.of(labels)));
        }
    }

    @Test
    void labelsAreOrderedBeforeRegions() {
        List<EndpointGroup> groups = List.of(
                group("r1/z1/s1", member("e1", labels("n1", "c1"))).build(),
                group("r1/z2/s2", member("e2", labels("n2", "c2"))).build(),
                group("r2", member("e3", labels("n1", "c3"))).build(),
                group("r3", member("e4", labels("n2", "c4"))).build(),
                group("r2", member("e5", labels("n2", "c2"))).build(),
                group("r3", member("e6", labels("n1", "c6"))).build());
        LocalityPreference preference = LocalityPreference.builder()
                .setting(LocalityLoadBalancerSetting.builder()
                        .addFailoverPriority(NETWORK)
                        .addFailoverPriority(CLUSTER)
                        .failover(R1_TO_R2)
                        .build())
                .failsOver(true)
                .build();

        assertThat(prioritiesOfEndpoints(LocalityBalancing.apply(groups, R1_Z1_S1, labels("n2", "c2"), preference)))
                .containsExactly("e1=3", "e2=0", "e3=4", "e4=2", "e5=1", "e6=5");
    }

    @Test
    void withoutFailoverNothingIsOrdered() {
        List<EndpointGroup> groups = List.of(group("r2"), group("r1/z1/s1"));
        LocalityPreference preference = LocalityPreference.builder()
                .setting(
                        LocalityLoadBalancerSetting.builder().failover(R1_TO_R2).build())
                .failsOver(false)
                .build();

        assertThat(LocalityBalancing.apply(groups, Locality.parse("r1/z1/s1"), labels("n", "c"), preference))
                .isEqualTo(groups);
    }

    private static Map<String, String> labels(String network, String cluster) {
        return Map.of(NETWORK, network, CLUSTER, cluster);
    }

    private static Map<String, String> keyed(String network, String cluster) {
        return Map.of("key", "value", NETWORK, network, CLUSTER, cluster);
    }
}
