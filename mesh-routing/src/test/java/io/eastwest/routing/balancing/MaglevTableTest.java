package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaglevTableTest {
    private static MaglevTable table(Assignment assignment, int size) {
        HostSet set = ClusterHosts.ingest(assignment, UpstreamState.idle())
                .priorities()
                .get(0);
        return MaglevTable.of(NormalizedHosts.of(set, false, false), new MaglevPick(size));
    }

    private static String[] ports(int... ports) {
        return IntStream.of(ports).mapToObj(port -> "127.0.0.1:" + port).toArray(String[]::new);
    }

    private static Distribution distribution(int size, String... addresses) {
        return Balancer.distribute(
                Assignments.flat(addresses),
                BalancingSettings.defaults().withSelection(new MaglevPick(size)),
                UpstreamState.idle());
    }

    @Test
    void equalsTheGoldenTableOfEnvoy() {
        MaglevTable table = table(Assignments.flat(ports(90, 91, 92, 93, 94, 95)), 7);

        assertThat(IntStream.range(0, 7)
                        .mapToObj(slot -> table.slot(slot).address())
                        .toList())
                .containsExactly(ports(92, 94, 90, 91, 95, 90, 93));
    }

    @Test
    void theOrderOfTheAssignmentDoesNotMatter() {
        MaglevTable table = table(Assignments.flat(ports(95, 92, 94, 90, 93, 91)), 7);

        assertThat(IntStream.range(0, 7)
                        .mapToObj(slot -> table.slot(slot).address())
                        .toList())
                .containsExactly(ports(92, 94, 90, 91, 95, 90, 93));
    }

    @Test
    void furtherCandidatesComeFromAChangedHash() {
        MaglevTable table = table(Assignments.flat(ports(90, 91, 92, 93, 94, 95)), 7);

        // 2^64 - 1 is 1 modulo 7, so the second candidate of hash 0 stands in slot 1, the third (2^64 - 2) in slot 0.
        assertThat(table.pick(0, 1).address()).isEqualTo("127.0.0.1:94");
        assertThat(table.pick(0, 2).address()).isEqualTo("127.0.0.1:92");
    }

    @Test
    void withoutHashTheSharesAreTheSlots() {
        Distribution distribution = distribution(7, "10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080");

        assertThat(distribution.shares().stream().map(EndpointShare::share).map(Share::toString))
                .containsExactlyInAnyOrder("3/7", "2/7", "2/7");
    }

    @Test
    void slotsFollowWeights() {
        Distribution distribution = Balancer.distribute(
                Assignments.weights(1, 3),
                BalancingSettings.defaults().withSelection(MaglevPick.ofDefaultSize()),
                UpstreamState.idle());

        assertThat(distribution.share("h0").toDouble()).isBetween(0.2499, 0.2501);
    }

    @Test
    void aSizeThatDividesAHundredTiesSlotsToPriorities() {
        BalancingSettings settings = BalancingSettings.defaults().withSelection(new MaglevPick(5));
        Distribution distribution =
                Balancer.distribute(Assignments.priorities("71/100", "100/100"), settings, UpstreamState.idle());

        // Only the remainder 99 reaches the second priority, so only slot 4 of its table is ever used.
        assertThat(distribution.shares().stream()
                        .filter(share -> share.placement().priority() == 1)
                        .map(EndpointShare::share))
                .containsExactly(Share.of(1, 100));
    }

    @Test
    void moreHostsThanSlotsLeaveSomeWithoutAny() {
        assertThat(distribution(2, "a", "b", "c").shares()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 65_536, 5_000_013})
    void sizesThatEnvoyRejectsAreRejected(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MaglevPick(size))
                .withMessage("table size must be a prime number of at most 5000011 but was " + size);
    }

    @Test
    void aRetryWithoutHashAgreesWithManyRandomHashes() {
        Assignment assignment = Assignments.priorities("3/5", "3/3");
        RetryRule rule = RetryRule.ofIstio(true, false);
        List<String> tried = List.of("p0-0", "p1-1");
        for (int size : new int[] {2, 5, 7, 101}) {
            BalancingSettings settings = BalancingSettings.defaults().withSelection(new MaglevPick(size));
            Distribution retry = Balancer.retry(assignment, settings, UpstreamState.idle(), rule, tried);
            SplittableRandom random = new SplittableRandom(size);
            Map<String, Integer> hits = new TreeMap<>();
            int draws = 100_000;
            for (int i = 0; i < draws; i++) {
                hits.merge(retry.pick(random.nextLong()).orElseThrow().address(), 1, Integer::sum);
            }

            assertThat(hits.keySet()).allMatch(address -> retry.share(address).compareTo(Share.ZERO) > 0);
            for (EndpointShare share : retry.shares()) {
                double expected = share.share().toDouble();
                assertThat((double) hits.getOrDefault(share.address(), 0) / draws)
                        .isCloseTo(expected, within(4.5 * Math.sqrt(expected * (1 - expected) / draws) + 1e-9));
            }
        }
    }
}
