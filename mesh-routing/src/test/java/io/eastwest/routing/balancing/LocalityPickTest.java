package io.eastwest.routing.balancing;

import static io.eastwest.routing.balancing.Assignments.group;
import static io.eastwest.routing.balancing.Assignments.hosts;
import static io.eastwest.routing.balancing.Assignments.locality;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalityPickTest {
    private static final BalancingSettings SETTINGS =
            BalancingSettings.defaults().withLocalityWeighted(true).withPanicThreshold(0);

    private static Distribution distribute(BalancingSettings settings, AssignedGroup... groups) {
        return Balancer.distribute(new Assignment(List.of(groups)), settings, UpstreamState.idle());
    }

    private static String shareOf(String prefix, Distribution distribution) {
        return Share.sum(distribution.shares().stream()
                        .filter(share -> share.address().startsWith(prefix))
                        .map(EndpointShare::share)
                        .toList())
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "70, 2/2, 30, 1/1, 7/10, 3/10",
        "70, 1/2, 30, 1/1, 49/79, 30/79",
        "80, 1/3, 20, 2/2, 28/43, 15/43",
        "1, 1/2, 2, 2/2, 7/27, 20/27",
        "70, 0/2, 30, 1/1, 0, 1",
        "70, 0/0, 30, 1/1, 0, 1"
    })
    void weightsShrinkByMissingHealth(
            long leftWeight, String left, long rightWeight, String right, String leftShare, String rightShare) {
        Distribution distribution =
                distribute(SETTINGS, locality("left", leftWeight, left), locality("right", rightWeight, right));

        assertThat(shareOf("left", distribution)).isEqualTo(leftShare);
        assertThat(shareOf("right", distribution)).isEqualTo(rightShare);
        assertThat(distribution.refused()).isEqualTo(Share.ZERO);
    }

    @Test
    void hostsOfALocalityShareItsPart() {
        Distribution distribution = distribute(SETTINGS, locality("left", 80, "2/2"), locality("right", 20, "1/1"));

        assertThat(distribution).hasToString("left-0 2/5, left-1 2/5, right-0 1/5");
        assertThat(distribution.isSchedule()).isTrue();
    }

    @Test
    void withoutLocalityWeightsAllHostsAreOneList() {
        Distribution distribution = distribute(
                SETTINGS.withLocalityWeighted(false), locality("left", 80, "1/1"), locality("right", 20, "1/1"));

        assertThat(distribution).hasToString("left-0 1/2, right-0 1/2");
        assertThat(distribution.isSchedule()).isFalse();
    }

    @Test
    void inPanicLocalitiesDoNotCount() {
        Distribution distribution =
                distribute(SETTINGS.withPanicThreshold(50), locality("left", 80, "0/1"), locality("right", 20, "1/2"));

        assertThat(distribution).hasToString("left-0 1/3, right-0 1/3, right-1 1/3");
    }

    @Test
    void localitiesWithoutWeightAreLeftOut() {
        AssignedGroup unweighted = group("free", 0, OptionalLong.empty(), hosts("free-", "1/1"));

        assertThat(distribute(SETTINGS, unweighted, locality("left", 1, "1/1"))).hasToString("left-0 1");
    }

    @Test
    void whenNoLocalityHasAWeightTheListIsFlat() {
        AssignedGroup first = group("a", 0, OptionalLong.empty(), hosts("a-", "1/1"));
        AssignedGroup second = group("b", 0, OptionalLong.empty(), hosts("b-", "2/2"));

        assertThat(distribute(SETTINGS, first, second)).hasToString("a-0 1/3, b-0 1/3, b-1 1/3");
    }

    @Test
    void drainingHostsDoNotShrinkALocality() {
        AssignedGroup left = group(
                "left",
                0,
                OptionalLong.of(50),
                List.of(AssignedEndpoint.of("left-0"), new AssignedEndpoint("left-1", 1, HostHealth.DRAINING)));

        assertThat(distribute(SETTINGS, left, locality("right", 50, "1/1"))).hasToString("left-0 1/2, right-0 1/2");
    }
}
