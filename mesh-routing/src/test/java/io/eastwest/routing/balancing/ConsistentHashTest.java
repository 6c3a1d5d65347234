package io.eastwest.routing.balancing;

import static io.eastwest.routing.balancing.Assignments.flat;
import static io.eastwest.routing.balancing.Assignments.group;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistentHashTest {
    private static final BalancingSettings RING =
            BalancingSettings.defaults().withPanicThreshold(0).withSelection(RingHashPick.ofDefaultSize());
    private static final BalancingSettings MAGLEV = RING.withSelection(MaglevPick.ofDefaultSize());
    private static final Assignment THREE = flat("10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080");

    private static long hash(String value) {
        return RequestHash.header(List.of(value)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "user-1, 57, 10.0.0.2, 10.0.0.2",
        "user-2, 90, 10.0.0.3, 10.0.0.1",
        "alice, 90, 10.0.0.3, 10.0.0.2",
        "bob, 28, 10.0.0.3, 10.0.0.3",
        "session-42, 67, 10.0.0.1, 10.0.0.3",
        "10.1.2.3, 89, 10.0.0.3, 10.0.0.2"
    })
    void valuesGoToTheirHost(String value, long place, String ring, String maglev) {
        assertThat(Long.remainderUnsigned(hash(value), 100) + 1).isEqualTo(place);
        assertThat(Balancer.distribute(THREE, RING, UpstreamState.idle()).given(hash(value)))
                .hasToString(ring + ":8080 1");
        assertThat(Balancer.distribute(THREE, MAGLEV, UpstreamState.idle()).given(hash(value)))
                .hasToString(maglev + ":8080 1");
    }

    @Test
    void theSameHashChoosesThePriority() {
        Distribution distribution =
                Balancer.distribute(Assignments.priorities("1/2", "2/2"), RING, UpstreamState.idle());

        assertThat(Assignments.loads(distribution)).containsExactly(70, 30);
        assertThat(distribution.pick(hash("user-1")).orElseThrow().placement().priority())
                .isZero();
        assertThat(distribution.pick(hash("alice")).orElseThrow().placement().priority())
                .isEqualTo(1);
    }

    @Test
    void nothingHealthyMeansNoHealthyUpstream() {
        Distribution distribution = Balancer.distribute(Assignments.priorities("0/2"), RING, UpstreamState.idle());

        assertThat(distribution.isRefused()).isTrue();
        assertThat(distribution.pick(1)).isEmpty();
        assertThat(distribution.given(1).isRefused()).isTrue();
    }

    @Nested
    class WithLocalityWeights {
        private final BalancingSettings weighted =
                RING.withLocalityWeighted(true).withSelection(new MaglevPick(65_537));
        private final Assignment assignment = new Assignment(List.of(
                group("eu/eu-1", 0, OptionalLong.of(80), Assignments.hosts("one-", "2/2")),
                group("eu/eu-2", 0, OptionalLong.of(20), Assignments.hosts("two-", "1/1"))));

        @Test
        void hostsGetTheirPartOfTheLocality() {
            Distribution distribution = Balancer.distribute(assignment, weighted, UpstreamState.idle());

            assertThat(distribution.share("one-0").toDouble()).isBetween(0.3999, 0.4001);
            assertThat(distribution.share("two-0").toDouble()).isBetween(0.1999, 0.2001);
        }

        @Test
        void missingHealthDoesNotShrinkTheLocality() {
            Distribution distribution = Balancer.distribute(
                    assignment, weighted, UpstreamState.idle().withEjected(List.of("one-0")));

            assertThat(distribution.share("one-1").toDouble()).isBetween(0.7999, 0.8001);
        }

        @Test
        void aLocalityWithoutHealthyHostsMakesTheRingSmaller() {
            UpstreamState state = UpstreamState.idle().withEjected(List.of("two-0"));
            HostSet set = ClusterHosts.ingest(assignment, state).priorities().get(0);
            HashRing ring = HashRing.of(NormalizedHosts.of(set, false, true), RingHashPick.ofDefaultSize());

            // Two hosts of 0.4 each: 410 entries for each, and none for the missing 0.2.
            assertThat(ring.size()).isEqualTo(820);
        }

        @Test
        void inPanicLocalitiesStillCount() {
            Distribution distribution = Balancer.distribute(
                    assignment,
                    weighted.withPanicThreshold(50),
                    UpstreamState.idle().withEjected(List.of("one-0", "one-1")));

            assertThat(distribution.report().priorities().get(0).isPanic()).isTrue();
            assertThat(distribution.share("one-0").toDouble()).isBetween(0.3999, 0.4001);
            assertThat(distribution.share("two-0").toDouble()).isBetween(0.1999, 0.2001);
        }

        @Test
        void hostsWhoseLocalitiesHaveNoWeightAreNotFound() {
            Assignment unweighted =
                    new Assignment(List.of(group("eu", 0, OptionalLong.empty(), Assignments.hosts("one-", "2/2"))));

            assertThat(Balancer.distribute(unweighted, weighted, UpstreamState.idle())
                            .isRefused())
                    .isTrue();
        }
    }
}
