package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashRingTest {
    private static HashRing ring(Assignment assignment, long minimumSize) {
        HostSet set = ClusterHosts.ingest(assignment, UpstreamState.idle())
                .priorities()
                .get(0);
        return HashRing.of(NormalizedHosts.of(set, false, false), new RingHashPick(minimumSize));
    }

    private static HashRing sixHosts() {
        return ring(
                Assignments.flat(IntStream.range(90, 96)
                        .mapToObj(port -> "127.0.0.1:" + port)
                        .toArray(String[]::new)),
                12);
    }

    private static Map<String, Integer> entries(HashRing ring) {
        Map<String, Integer> entries = new TreeMap<>();
        for (int i = 0; i < ring.size(); i++) {
            entries.merge(ring.owner(i).address(), 1, Integer::sum);
        }
        return entries;
    }

    @Test
    void equalsTheGoldenRingOfEnvoy() {
        HashRing ring = sixHosts();
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            entries.add(ring.owner(i).address().substring(10) + ":" + Long.toUnsignedString(ring.hash(i)));
        }

        assertThat(entries)
                .containsExactly(
                        "94:833437586790550860",
                        "92:928266305478181108",
                        "90:1033482794131418490",
                        "95:3551244743356806947",
                        "93:3851675632748031481",
                        "91:5583722120771150861",
                        "91:6311230543546372928",
                        "93:7700377290971790572",
                        "95:13144177310400110813",
                        "92:13444792449719432967",
                        "94:15516499411664133160",
                        "90:16117243373044804889");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 94",
        "18446744073709551615, 94",
        "3551244743356806947, 95",
        "3551244743356806948, 93",
        "16117243373044804889, 90",
        "16117243373044804890, 94"
    })
    void aHashBelongsToTheNextEntry(String hash, String port) {
        assertThat(sixHosts().pick(Long.parseUnsignedLong(hash), 0).address()).endsWith(":" + port);
    }

    @Test
    void furtherCandidatesAreTheNextEntries() {
        HashRing ring = sixHosts();

        assertThat(IntStream.range(0, 13)
                        .mapToObj(attempt -> ring.pick(0, attempt).address().substring(10))
                        .toList())
                .containsExactly("94", "92", "90", "95", "93", "91", "91", "93", "95", "92", "94", "90", "94");
    }

    @Test
    void entriesFollowWeights() {
        assertThat(entries(ring(Assignments.weights(1, 1, 1), 1024)).values()).containsExactly(342, 342, 342);
        assertThat(entries(ring(Assignments.weights(1, 2), 1024)).values()).containsExactly(342, 684);
        assertThat(entries(ring(Assignments.weights(1, 1, 1, 1, 1, 1, 1), 1024)).values())
                .containsOnly(147);
    }

    @Test
    void aRingNeverGrowsBeyondItsLargestSize() {
        assertThat(HashRing.scale(1e-9, 1024)).isEqualTo(8_388_608);
        assertThat(HashRing.scale(1.0 / 3, 8_388_608)).isEqualTo(8_388_608);
        assertThat(HashRing.scale(0.25, 1024)).isEqualTo(1024);
    }

    @Test
    void oneHostOwnsTheWholeRing() {
        Distribution distribution = Balancer.distribute(
                Assignments.flat("a"),
                BalancingSettings.defaults().withSelection(new RingHashPick(1)),
                UpstreamState.idle());

        assertThat(distribution).hasToString("a 1");
    }

    @Test
    void withoutHashTheSharesAreTheArcs() {
        Distribution distribution = Balancer.distribute(
                Assignments.flat(IntStream.range(90, 96)
                        .mapToObj(port -> "127.0.0.1:" + port)
                        .toArray(String[]::new)),
                BalancingSettings.defaults().withSelection(new RingHashPick(12)),
                UpstreamState.idle());

        // The entries of host 93 end at these two hashes; each arc starts behind the entry before.
        BigInteger arcs = new BigInteger("3851675632748031481")
                .subtract(new BigInteger("3551244743356806947"))
                .add(new BigInteger("7700377290971790572"))
                .subtract(new BigInteger("6311230543546372928"));
        assertThat(distribution.share("127.0.0.1:93")).isEqualTo(Share.of(arcs, BigInteger.ONE.shiftLeft(64)));
        assertThat(distribution.refused()).isEqualTo(Share.ZERO);
    }

    @Test
    void sizesThatEnvoyRejectsAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RingHashPick(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RingHashPick(8_388_609))
                .withMessage("minimum ring size must be within 1 to 8388608 but was 8388609");
    }
}
