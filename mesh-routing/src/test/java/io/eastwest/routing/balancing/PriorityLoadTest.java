package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityLoadTest {
    private static Distribution distribute(String hosts, int threshold) {
        return Balancer.distribute(
                Assignments.priorities(hosts.split(" ", -1)),
                BalancingSettings.defaults().withPanicThreshold(threshold),
                UpstreamState.idle());
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
    }

    @Nested
    class WithoutPanic {
        @ParameterizedTest
        @CsvSource({
            "2/2 2/2, 100 0",
            "5/7 1/1, 100 0",
            "71/100 100/100, 99 1",
            "2/3 3/3, 93 7",
            "1/2 2/2, 70 30",
            "1/3 3/3, 46 54",
            "1/4 4/4, 35 65",
            "0/3 3/3, 0 100",
            "1/5 1/5, 50 50",
            "1/6 1/7 0/4, 54 46 0",
            "1/4 1/4 1/5, 37 35 28",
            "3/10 0/10 1/10, 75 0 25",
            "1/10 1/10 1/10 1/10 1/10 1/10 1/10, 16 14 14 14 14 14 14",
            "1/5 1/5 1/5 1/5 1/5 1/5 1/5, 28 28 28 16 0 0 0",
            "0/0 2/2, 0 100"
        })
        void healthDecidesTheLoads(String hosts, String loads) {
            assertThat(Assignments.loads(distribute(hosts, 0))).isEqualTo(numbers(loads));
        }

        @Test
        void nothingHealthyMeansNoHealthyUpstream() {
            Distribution distribution = distribute("0/3 0/3", 0);

            assertThat(Assignments.loads(distribution)).containsExactly(100, 0);
            assertThat(distribution.isRefused()).isTrue();
        }

        @Test
        void aRandomNumberChoosesThePriorityByItsRemainder() {
            PriorityLoad load = PriorityLoad.of(
                    ClusterHosts.ingest(Assignments.priorities("1/2", "2/2"), UpstreamState.idle())
                            .priorities(),
                    0);

            assertThat(load.choose(69)).isEqualTo(0);
            assertThat(load.choose(70)).isEqualTo(1);
            assertThat(load.choose(199)).isEqualTo(1);
            assertThat(load.choose(Long.parseUnsignedLong("11633770265628666856")))
                    .isEqualTo(0);
            assertThat(load.choose(Long.parseUnsignedLong("8332761332120969289")))
                    .isEqualTo(1);
        }
    }

    @Nested
    class WithPanic {
        @ParameterizedTest
        @CsvSource({
            "50, 1/3, 100, true",
            "50, 2/3, 100, false",
            "50, 1/4 1/4, 50 50, true true",
            "50, 1/20 13/20, 8 92, true false",
            "50, 0/3 0/6, 34 66, true true",
            "0, 0/3 0/3, 100 0, false false",
            "50, 0/3 3/3, 0 100, false false",
            "50, 0/0, 100, true",
            "30, 1/4 2/5, 39 61, true false",
            "30, 1/4 3/4, 35 65, false false"
        })
        void thresholdDecides(int threshold, String hosts, String loads, String panic) {
            Distribution distribution = distribute(hosts, threshold);

            assertThat(Assignments.loads(distribution)).isEqualTo(numbers(loads));
            assertThat(distribution.report().priorities().stream()
                            .map(PriorityReport::isPanic)
                            .toList())
                    .isEqualTo(Stream.of(panic.split(" ", -1))
                            .map(Boolean::valueOf)
                            .toList());
        }

        @Test
        void aPanickingPriorityUsesAllItsHosts() {
            assertThat(distribute("1/3", 50)).hasToString("p0-0 1/3, p0-1 1/3, p0-2 1/3");
        }

        @Test
        void onlyThePanickingPriorityUsesUnhealthyHosts() {
            assertThat(distribute("1/4 2/5", 30))
                    .hasToString("p0-0 39/400, p0-1 39/400, p0-2 39/400, p0-3 39/400, p1-0 61/200, p1-1 61/200");
        }

        @Test
        void drainingHostsAreUsedInPanic() {
            Assignment assignment = new Assignment(List.of(Assignments.group(
                    "",
                    0,
                    OptionalLong.empty(),
                    List.of(
                            new AssignedEndpoint("leaving", 1, HostHealth.DRAINING),
                            new AssignedEndpoint("down", 1, HostHealth.UNHEALTHY)))));

            Distribution distribution =
                    Balancer.distribute(assignment, BalancingSettings.defaults(), UpstreamState.idle());

            assertThat(distribution).hasToString("leaving 1/2, down 1/2");
        }
    }

    @Nested
    class Threshold {
        @Test
        void isFiftyWithoutOutlierDetection() {
            assertThat(PanicThreshold.of(OptionalInt.empty(), false)).isEqualTo(50);
        }

        @Test
        void isTheMinimumHealthWithOutlierDetection() {
            assertThat(PanicThreshold.of(OptionalInt.of(0), false)).isZero();
            assertThat(PanicThreshold.of(OptionalInt.of(30), false)).isEqualTo(30);
        }

        @Test
        void isZeroWhenUnhealthyEndpointsAreSent() {
            assertThat(PanicThreshold.of(OptionalInt.of(30), true)).isZero();
            assertThat(PanicThreshold.of(OptionalInt.empty(), true)).isZero();
        }
    }
}
