package io.eastwest.routing.balancing;

import static io.eastwest.routing.balancing.Assignments.locality;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BalancingReportTest {
    private static final BalancingSettings SETTINGS =
            BalancingSettings.defaults().withPanicThreshold(0);

    @Test
    void namesHealthAndLoadOfEachPriority() {
        Distribution distribution =
                Balancer.distribute(Assignments.priorities("1/3", "3/3"), SETTINGS, UpstreamState.idle());

        assertThat(distribution.report().lines())
                .containsExactly(
                        "priority 0: 1 of 3 hosts healthy, health 46 %, load 46 %",
                        "priority 1: 3 of 3 hosts healthy, health 100 %, load 54 %");
    }

    @Test
    void namesLocalitiesDuplicatesAndDraining() {
        Assignment assignment = new Assignment(List.of(
                locality("eu/eu-1", 80, "1/2"),
                locality("", 20, "1/1"),
                Assignments.group(
                        "eu/eu-1",
                        0,
                        OptionalLong.empty(),
                        List.of(
                                AssignedEndpoint.of("eu/eu-1-0"),
                                new AssignedEndpoint("leaving", 1, HostHealth.DRAINING)))));
        Distribution distribution =
                Balancer.distribute(assignment, SETTINGS.withLocalityWeighted(true), UpstreamState.idle());

        assertThat(distribution.report().lines())
                .containsExactly(
                        "address eu/eu-1-0 is listed again and ignored there",
                        "priority 0: 2 of 3 hosts healthy, 1 being drained, health 93 %, load 100 %",
                        "  locality without name: weight 20, 1 of 1 hosts healthy, effective weight 20",
                        "  locality eu/eu-1: weight 80, 1 of 2 hosts healthy, effective weight 56");
    }

    @Test
    void namesPanic() {
        Distribution distribution =
                Balancer.distribute(Assignments.priorities("0/2"), BalancingSettings.defaults(), UpstreamState.idle());

        assertThat(distribution.report().lines())
                .containsExactly("priority 0: 0 of 2 hosts healthy, health 0 %, load 100 %, panic: all hosts are used");
    }
}
