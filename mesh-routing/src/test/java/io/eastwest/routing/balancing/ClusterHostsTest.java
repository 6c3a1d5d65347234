package io.eastwest.routing.balancing;

import static io.eastwest.routing.balancing.Assignments.group;
import static io.eastwest.routing.balancing.Assignments.shares;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClusterHostsTest {
    private static final BalancingSettings FLAT = BalancingSettings.defaults();
    private static final BalancingSettings WEIGHTED = FLAT.withLocalityWeighted(true);

    private static AssignedEndpoint endpoint(String address, long weight) {
        return new AssignedEndpoint(address, weight, HostHealth.HEALTHY);
    }

    @Test
    void anAddressThatIsListedAgainIsIgnored() {
        Assignment assignment = new Assignment(List.of(
                group("r1/z1", 0, OptionalLong.of(2), List.of(endpoint("a", 1), endpoint("b", 1))),
                group("r2/z1", 0, OptionalLong.of(3), List.of(endpoint("g", 3))),
                group("r2/z2", 0, OptionalLong.of(5), List.of(endpoint("g", 5)))));

        Distribution distribution = Balancer.distribute(assignment, FLAT, UpstreamState.idle());

        assertThat(shares(distribution, "a", "b", "g")).containsExactly("1/5", "1/5", "3/5");
        assertThat(distribution.report().ignoredDuplicates()).containsExactly("g");
    }

    @Test
    void aDuplicateInAnotherPriorityIsIgnoredToo() {
        Assignment assignment = new Assignment(List.of(
                group("a-region", 1, OptionalLong.of(3), List.of(endpoint("g", 3))),
                group("b-region", 0, OptionalLong.of(6), List.of(endpoint("a", 1), endpoint("g", 5)))));

        Distribution distribution = Balancer.distribute(assignment, FLAT, UpstreamState.idle());

        assertThat(distribution.shares())
                .containsExactly(new EndpointShare("a", new Placement(LocalityName.parse("b-region"), 0), Share.ONE));
        assertThat(distribution.report().priorities().get(1).hosts()).isEqualTo(1);
    }

    @Test
    void twoSpellingsOfALocalityAreOneWithTheLaterWeight() {
        Assignment assignment = new Assignment(List.of(
                group("r/z", 0, OptionalLong.of(59), List.of(endpoint("machine", 5))),
                group("r/z/", 0, OptionalLong.of(12), List.of(endpoint("pod", 1))),
                group("r/z2/", 0, OptionalLong.of(30), List.of(endpoint("other", 1)))));

        Distribution distribution = Balancer.distribute(assignment, WEIGHTED, UpstreamState.idle());

        assertThat(shares(distribution, "machine", "pod", "other")).containsExactly("5/21", "1/21", "5/7");
    }

    @Test
    void aGroupWhoseEndpointsWereIgnoredStillSetsTheWeight() {
        Assignment assignment = new Assignment(List.of(
                group("r/z", 0, OptionalLong.of(10), List.of(endpoint("a", 1))),
                group("r/z2", 0, OptionalLong.of(10), List.of(endpoint("b", 1))),
                group("r/z", 0, OptionalLong.of(30), List.of(endpoint("b", 1)))));

        Distribution distribution = Balancer.distribute(assignment, WEIGHTED, UpstreamState.idle());

        assertThat(shares(distribution, "a", "b")).containsExactly("3/4", "1/4");
    }

    @Test
    void aLaterGroupWithoutWeightKeepsTheEarlierOne() {
        Assignment assignment = new Assignment(List.of(
                group("r/z", 0, OptionalLong.of(30), List.of(endpoint("a", 1))),
                group("r/z", 0, OptionalLong.empty(), List.of()),
                group("r/z2", 0, OptionalLong.of(10), List.of(endpoint("b", 1)))));

        Distribution distribution = Balancer.distribute(assignment, WEIGHTED, UpstreamState.idle());

        assertThat(shares(distribution, "a", "b")).containsExactly("3/4", "1/4");
    }

    @Test
    void drainingEndpointsAreNotCounted() {
        Assignment assignment = new Assignment(List.of(
                group(
                        "",
                        0,
                        OptionalLong.empty(),
                        List.of(new AssignedEndpoint("leaving", 1, HostHealth.DRAINING), endpoint("staying", 1))),
                group("", 1, OptionalLong.empty(), List.of(endpoint("far", 1)))));

        Distribution distribution = Balancer.distribute(assignment, FLAT, UpstreamState.idle());

        assertThat(distribution).hasToString("staying 1");
        assertThat(distribution.report().priorities().get(0).counted()).isEqualTo(1);
    }

    @Test
    void ejectedEndpointsAreCountedAsUnhealthy() {
        Distribution distribution = Balancer.distribute(
                Assignments.priorities("2/2", "2/2"),
                FLAT,
                UpstreamState.idle().withEjected(List.of("p0-1", "unknown")));

        assertThat(distribution).hasToString("p0-0 7/10, p1-0 3/20, p1-1 3/20");
    }

    @Test
    void anAssignmentWithoutEndpointsHasNoHealthyUpstream() {
        Distribution distribution = Balancer.distribute(new Assignment(List.of()), FLAT, UpstreamState.idle());

        assertThat(distribution.isRefused()).isTrue();
        assertThat(distribution.refused()).isEqualTo(Share.ONE);
        assertThat(distribution).hasToString("no healthy upstream");
    }

    @Test
    void weightsAndPrioritiesOutOfRangeAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("a", 0))
                .withMessage("weight of a must be within 1 to 4294967295 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Placement(LocalityName.NONE, 129))
                .withMessage("priority must be within 0 to 128 but was 129");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group("r", 0, OptionalLong.of(1L << 32), List.of()))
                .withMessage("weight of r must be within 0 to 4294967295 but was 4294967296");
    }
}
