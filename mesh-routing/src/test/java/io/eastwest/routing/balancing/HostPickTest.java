package io.eastwest.routing.balancing;

import static io.eastwest.routing.balancing.Assignments.flat;
import static io.eastwest.routing.balancing.Assignments.priorities;
import static io.eastwest.routing.balancing.Assignments.shares;
import static io.eastwest.routing.balancing.Assignments.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HostPickTest {
    private static final BalancingSettings LEAST_REQUEST = BalancingSettings.defaults();
    private static final BalancingSettings ROUND_ROBIN = LEAST_REQUEST.withSelection(RoundRobinPick.withoutSlowStart());
    private static final BalancingSettings RANDOM = LEAST_REQUEST.withSelection(new RandomPick());
    private static final UpstreamState IDLE = UpstreamState.idle();

    private static UpstreamState active(long... requests) {
        Map<String, Long> byAddress = new TreeMap<>();
        for (int i = 0; i < requests.length; i++) {
            byAddress.put("h" + i, requests[i]);
        }
        return IDLE.withActiveRequests(byAddress);
    }

    @Nested
    class LeastRequest {
        @Test
        void idleHostsOfEqualWeightAreEqual() {
            Distribution distribution = Balancer.distribute(weights(3, 3, 3), LEAST_REQUEST, IDLE);

            assertThat(distribution).hasToString("h0 1/3, h1 1/3, h2 1/3");
            assertThat(distribution.isSchedule()).isFalse();
        }

        @Test
        void theLessBusyOfTwoIsTaken() {
            assertThat(Balancer.distribute(weights(1, 1), LEAST_REQUEST, active(0, 1)))
                    .hasToString("h0 3/4, h1 1/4");
            assertThat(Balancer.distribute(weights(1, 1, 1), LEAST_REQUEST, active(0, 0, 1)))
                    .hasToString("h0 4/9, h1 4/9, h2 1/9");
        }

        @Test
        void unequalWeightsMakeASchedule() {
            Distribution distribution = Balancer.distribute(weights(1, 9), LEAST_REQUEST, IDLE);

            assertThat(distribution).hasToString("h0 1/10, h1 9/10");
            assertThat(distribution.isSchedule()).isTrue();
        }

        @Test
        void requestsInFlightShrinkWeightsOfASchedule() {
            assertThat(Balancer.distribute(weights(1, 9), LEAST_REQUEST, active(0, 2)))
                    .hasToString("h0 1/4, h1 3/4");
        }

        @Test
        void weightsAreComparedWithinTheCandidatesOnly() {
            UpstreamState state = active(0, 1).withEjected(List.of("h2"));

            assertThat(Balancer.distribute(weights(1, 1, 5), LEAST_REQUEST, state))
                    .hasToString("h0 3/4, h1 1/4");
        }
    }

    @Nested
    class RoundRobin {
        @Test
        void takesWeightsIntoAccount() {
            assertThat(Balancer.distribute(weights(1, 9), ROUND_ROBIN, IDLE)).hasToString("h0 1/10, h1 9/10");
            assertThat(Balancer.distribute(weights(1, 1), ROUND_ROBIN, IDLE).isSchedule())
                    .isTrue();
        }

        @Test
        void ignoresRequestsInFlight() {
            assertThat(Balancer.distribute(weights(1, 1), ROUND_ROBIN, active(0, 9)))
                    .hasToString("h0 1/2, h1 1/2");
        }
    }

    @Nested
    class Random {
        @Test
        void ignoresWeights() {
            assertThat(Balancer.distribute(weights(1, 9), RANDOM, IDLE)).hasToString("h0 1/2, h1 1/2");
        }

        @Test
        void threeOfTenHostsOfTheSecondPriorityGetNothing() {
            Distribution distribution = Balancer.distribute(priorities("4/6", "10/10"), RANDOM, IDLE);

            assertThat(Assignments.loads(distribution)).containsExactly(93, 7);
            assertThat(shares(distribution, "p1-0", "p1-1", "p1-2")).containsOnly("0");
            assertThat(shares(distribution, "p1-3", "p1-4", "p1-5", "p1-6", "p1-7", "p1-8", "p1-9"))
                    .containsOnly("1/100");
            assertThat(shares(distribution, "p0-0", "p0-1", "p0-2", "p0-3"))
                    .containsExactly("6/25", "23/100", "23/100", "23/100");
        }

        @Test
        void aNumberOfHostsWithoutCommonDivisorIsUniform() {
            Distribution distribution = Balancer.distribute(priorities("4/6", "7/7"), RANDOM, IDLE);

            assertThat(shares(distribution, "p1-0", "p1-6")).containsOnly("1/100");
        }

        @Test
        void agreesWithCountingAllRandomNumbers() {
            int hosts = 12;
            Distribution distribution = Balancer.distribute(priorities("2/3", hosts + "/" + hosts), RANDOM, IDLE);
            long[] hits = new long[hosts];
            for (int random = 0; random < 300; random++) {
                if (random % 100 + 1 > 93) {
                    hits[random % hosts]++;
                }
            }

            for (int i = 0; i < hosts; i++) {
                assertThat(distribution.share("p1-" + i)).isEqualTo(Share.of(hits[i], 300));
            }
        }
    }

    @Nested
    class WithSlowStart {
        private static final SlowStart MINUTE = SlowStart.of(Duration.ofMinutes(1));
        private final BalancingSettings warming =
                LEAST_REQUEST.withSelection(new LeastRequestPick(Optional.of(MINUTE)));

        private UpstreamState ages(Map<String, Duration> ages) {
            return IDLE.withAges(ages);
        }

        @Test
        void aNewHostGetsLess() {
            UpstreamState state = ages(new TreeMap<>(Map.of("h1", Duration.ofSeconds(30))));

            assertThat(Balancer.distribute(weights(1, 1), warming, state)).hasToString("h0 2/3, h1 1/3");
        }

        @Test
        void aWarmHostGetsItsPart() {
            UpstreamState state = ages(new TreeMap<>(Map.of("h1", Duration.ofSeconds(61))));
            Distribution distribution = Balancer.distribute(weights(1, 1), warming, state);

            assertThat(distribution).hasToString("h0 1/2, h1 1/2");
            assertThat(distribution.isSchedule()).isFalse();
        }

        @Test
        void whileAnyHostIsWarmingRequestsCountByWeight() {
            UpstreamState state = ages(new TreeMap<>(Map.of("h2", Duration.ofMinutes(1))))
                    .withActiveRequests(new TreeMap<>(Map.of("h0", 1L)));

            assertThat(Balancer.distribute(weights(1, 1, 1), warming, state)).hasToString("h0 1/5, h1 2/5, h2 2/5");
        }

        @Test
        void hostsOfOtherClustersWarmNothing() {
            UpstreamState state = ages(new TreeMap<>(Map.of("elsewhere", Duration.ofMinutes(1))))
                    .withActiveRequests(new TreeMap<>(Map.of("h0", 1L)));

            assertThat(Balancer.distribute(weights(1, 1, 1), warming, state)).hasToString("h0 1/9, h1 4/9, h2 4/9");
        }

        @Test
        void roundRobinWarmsUpToo() {
            BalancingSettings settings = ROUND_ROBIN.withSelection(new RoundRobinPick(Optional.of(MINUTE)));
            UpstreamState state = ages(new TreeMap<>(Map.of("h1", Duration.ZERO)));

            assertThat(Balancer.distribute(weights(1, 1), settings, state)).hasToString("h0 10/11, h1 1/11");
        }
    }

    @Test
    void onlyAConsistentHashCanBeAskedForAHash() {
        Distribution distribution = Balancer.distribute(flat("a"), LEAST_REQUEST, IDLE);

        assertThat(distribution.isConsistentHash()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> distribution.given(1));
    }
}
