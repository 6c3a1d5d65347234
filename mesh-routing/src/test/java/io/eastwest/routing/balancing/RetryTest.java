package io.eastwest.routing.balancing;

import static io.eastwest.routing.balancing.Assignments.flat;
import static io.eastwest.routing.balancing.Assignments.priorities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final BalancingSettings SETTINGS =
            BalancingSettings.defaults().withPanicThreshold(0);
    private static final UpstreamState IDLE = UpstreamState.idle();
    private static final RetryRule OTHER_HOSTS = RetryRule.ofIstio(true, false);
    private static final RetryRule OTHER_PRIORITIES = RetryRule.ofIstio(true, true);

    private static Distribution retry(Assignment assignment, RetryRule rule, String... attempted) {
        return Balancer.retry(assignment, SETTINGS, IDLE, rule, List.of(attempted));
    }

    @Nested
    class PreviousHosts {
        @Test
        void theFirstAttemptIsNotFiltered() {
            assertThat(retry(flat("a", "b"), OTHER_HOSTS)).hasToString("a 1/2, b 1/2");
        }

        @Test
        void aTriedHostIsTakenOnlyWhenAllSixCandidatesWereTried() {
            assertThat(retry(flat("a", "b"), OTHER_HOSTS, "a")).hasToString("a 1/64, b 63/64");
            assertThat(retry(flat("a", "b"), OTHER_HOSTS, "a").share("a").toDouble())
                    .isCloseTo(0.016, within(0.001));
        }

        @Test
        void theOnlyHostIsTriedAgain() {
            assertThat(retry(flat("a"), OTHER_HOSTS, "a")).hasToString("a 1");
        }

        @Test
        void whenAllWereTriedTheSharesAreThoseOfAFirstAttempt() {
            assertThat(retry(flat("a", "b"), OTHER_HOSTS, "a", "b")).hasToString("a 1/2, b 1/2");
        }

        @Test
        void withoutThePredicateNothingChanges() {
            assertThat(retry(flat("a", "b"), RetryRule.ofIstio(false, false), "a"))
                    .hasToString("a 1/2, b 1/2");
        }

        @Test
        void aPriorityCanBeLeftByChance() {
            Distribution distribution = retry(priorities("1/2", "1/1"), OTHER_HOSTS, "p0-0");

            assertThat(distribution.share("p1-0"))
                    .isEqualTo(Share.ONE.minus(Share.of(7 * 7 * 7 * 7 * 7 * 7, 1_000_000)));
        }
    }

    @Nested
    class PreviousPriorities {
        @Test
        void theThirdTryLeavesThePrioritiesTriedBefore() {
            Assignment assignment = priorities("2/2", "2/2");

            assertThat(Assignments.loads(retry(assignment, OTHER_PRIORITIES))).containsExactly(100, 0);
            assertThat(Assignments.loads(retry(assignment, OTHER_PRIORITIES, "p0-0")))
                    .containsExactly(100, 0);
            assertThat(Assignments.loads(retry(assignment, OTHER_PRIORITIES, "p0-0", "p0-1")))
                    .containsExactly(0, 100);
        }

        @Test
        void remainingPrioritiesShareTheLoad() {
            // Healths 100, 50, 50.
            Assignment assignment = priorities("1/1", "5/14", "5/14");

            assertThat(Assignments.loads(retry(assignment, OTHER_PRIORITIES))).containsExactly(100, 0, 0);
            assertThat(Assignments.loads(retry(assignment, OTHER_PRIORITIES, "p0-0", "p0-0")))
                    .containsExactly(0, 50, 50);
        }

        @Test
        void anOddTryReusesTheLastLoad() {
            assertThat(Assignments.loads(
                            retry(priorities("2/2", "2/2", "2/2"), OTHER_PRIORITIES, "p0-0", "p0-1", "p1-0")))
                    .containsExactly(0, 100, 0);
        }

        @Test
        void afterAllPrioritiesWereTriedTheNextTryIsAsTheFirstEvenInPanic() {
            // Healths 14 and 4: both panic, so a first try goes by the number of hosts, and a reset by health.
            Assignment assignment = priorities("1/10", "1/30");
            BalancingSettings panicking = SETTINGS.withPanicThreshold(50);
            String first = "p0-0";
            String second = "p1-0";

            assertThat(loads(assignment, panicking)).containsExactly(25, 75);
            assertThat(loads(assignment, panicking, first, second)).containsExactly(78, 22);
            assertThat(loads(assignment, panicking, first, second, first)).containsExactly(25, 75);
            assertThat(loads(assignment, panicking, first, second, first, first))
                    .containsExactly(0, 100);
        }

        private List<Integer> loads(Assignment assignment, BalancingSettings settings, String... attempted) {
            return Assignments.loads(Balancer.retry(assignment, settings, IDLE, OTHER_PRIORITIES, List.of(attempted)));
        }

        @Test
        void theFifthTryLeavesTwoPriorities() {
            assertThat(Assignments.loads(
                            retry(priorities("2/2", "2/2", "2/2"), OTHER_PRIORITIES, "p0-0", "p0-1", "p1-0", "p1-1")))
                    .containsExactly(0, 0, 100);
        }

        @Test
        void whenNothingRemainsAllPrioritiesAreBack() {
            Assignment assignment = priorities("2/2", "2/2");

            assertThat(Assignments.loads(retry(assignment, OTHER_PRIORITIES, "p0-0", "p0-1", "p1-0", "p1-1")))
                    .containsExactly(100, 0);
            assertThat(Assignments.loads(
                            retry(assignment, OTHER_PRIORITIES, "p0-0", "p0-1", "p1-0", "p1-1", "p0-0", "p0-1")))
                    .containsExactly(0, 100);
        }

        @Test
        void roundingLeftoversStartAgainFromTheFirst() {
            // Healths 100, 35, 35, 28: 35/35/28 of 98 leave 2 percent.
            Assignment assignment = priorities("1/1", "1/4", "1/4", "1/5");

            assertThat(Assignments.loads(retry(assignment, OTHER_PRIORITIES, "p0-0", "p0-0")))
                    .containsExactly(0, 37, 35, 28);
        }

        @Test
        void nothingHealthyKeepsTheNormalLoad() {
            assertThat(retry(priorities("0/2", "0/2"), OTHER_PRIORITIES, "p0-0", "p0-1")
                            .isRefused())
                    .isTrue();
        }

        @Test
        void hostsThatAreGoneLeaveNoPriority() {
            assertThat(Assignments.loads(retry(priorities("2/2", "2/2"), OTHER_PRIORITIES, "x", "y")))
                    .containsExactly(100, 0);
        }
    }

    @Nested
    class ConsistentHash {
        private final BalancingSettings ring = SETTINGS.withSelection(new RingHashPick(12));
        private final Assignment hosts =
                flat("127.0.0.1:90", "127.0.0.1:91", "127.0.0.1:92", "127.0.0.1:93", "127.0.0.1:94", "127.0.0.1:95");

        private Distribution retried(RetryRule rule, String... attempted) {
            return Balancer.retry(hosts, ring, IDLE, rule, List.of(attempted));
        }

        @Test
        void walksOnToTheNextHost() {
            assertThat(retried(OTHER_HOSTS, "127.0.0.1:94").given(0)).hasToString("127.0.0.1:92 1");
            assertThat(retried(OTHER_HOSTS, "127.0.0.1:94", "127.0.0.1:92").given(0))
                    .hasToString("127.0.0.1:90 1");
        }

        @Test
        void staysWhenThePredicateIsOff() {
            assertThat(retried(RetryRule.ofIstio(false, false), "127.0.0.1:94").given(0))
                    .hasToString("127.0.0.1:94 1");
        }

        @Test
        void theSixthCandidateIsTakenWhateverItIs() {
            // Candidates of hash 0 are 94, 92, 90, 95, 93, 91.
            assertThat(retried(
                                    OTHER_HOSTS,
                                    "127.0.0.1:94",
                                    "127.0.0.1:92",
                                    "127.0.0.1:90",
                                    "127.0.0.1:95",
                                    "127.0.0.1:93",
                                    "127.0.0.1:91")
                            .given(0))
                    .hasToString("127.0.0.1:91 1");
        }

        @Test
        void withoutHashArcsOfTriedHostsGoToTheNext() {
            Distribution first = Balancer.distribute(hosts, ring, IDLE);
            Distribution second = retried(OTHER_HOSTS, "127.0.0.1:94");

            assertThat(second.share("127.0.0.1:94")).isEqualTo(Share.ZERO);
            assertThat(second.share("127.0.0.1:92").plus(second.share("127.0.0.1:90")))
                    .isEqualTo(first.share("127.0.0.1:92")
                            .plus(first.share("127.0.0.1:90"))
                            .plus(first.share("127.0.0.1:94")));
        }

        @Test
        void prioritiesAreNeverLeft() {
            Distribution distribution =
                    Balancer.retry(priorities("2/2", "2/2"), ring, IDLE, OTHER_PRIORITIES, List.of("p0-0", "p0-1"));

            assertThat(Assignments.loads(distribution)).containsExactly(100, 0);
        }
    }

    @Test
    void rulesOutOfRangeAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryRule(true, -1, OptionalInt.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryRule(true, 5, OptionalInt.of(0)));
    }
}
