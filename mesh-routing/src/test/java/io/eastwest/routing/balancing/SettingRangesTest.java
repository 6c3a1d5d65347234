package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a setting may be is what Envoy accepts, to the last value. */
class SettingRangesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void aPanicThresholdIsAPercentage(int threshold) {
        assertThat(BalancingSettings.defaults().withPanicThreshold(threshold).panicThreshold())
                .isEqualTo(threshold);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void aPanicThresholdOutsideIsRejected(int threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BalancingSettings.defaults().withPanicThreshold(threshold))
                .withMessage("panic threshold must be within 0 to 100 but was " + threshold);
    }

    @Test
    void aRingHasOneToEightMillionEntries() {
        assertThat(new RingHashPick(1).minimumSize()).isEqualTo(1);
        assertThat(new RingHashPick(RingHashPick.LARGEST_SIZE).minimumSize()).isEqualTo(8_388_608);
        assertThatIllegalArgumentException().isThrownBy(() -> new RingHashPick(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RingHashPick(8_388_609));
    }

    @Test
    void aTableHasAPrimeNumberOfSlots() {
        assertThat(new MaglevPick(2).tableSize()).isEqualTo(2);
        assertThat(new MaglevPick(MaglevPick.LARGEST_SIZE).tableSize()).isEqualTo(5_000_011);
        assertThatIllegalArgumentException().isThrownBy(() -> new MaglevPick(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MaglevPick(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> new MaglevPick(5_000_077));
    }

    @Test
    void istioLeavesPrioritiesAfterTwoTriesIfAskedFor() {
        assertThat(RetryRule.ofIstio(true, true)).isEqualTo(new RetryRule(true, 5, OptionalInt.of(2)));
        assertThat(RetryRule.ofIstio(false, false)).isEqualTo(new RetryRule(false, 5, OptionalInt.empty()));
    }

    @Test
    void noHostHasFewerThanNoRequestsOrIsYoungerThanNew() {
        UpstreamState idle = UpstreamState.idle();

        assertThat(idle.withActiveRequests(Map.of("a", 0L)).activeRequests()).containsEntry("a", 0L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> idle.withActiveRequests(Map.of("a", -1L)))
                .withMessage("active requests of a must be 0 or more but were -1");
        assertThat(idle.withAges(Map.of("a", Duration.ZERO)).ages()).containsEntry("a", Duration.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> idle.withAges(Map.of("a", Duration.ofMillis(-1))))
                .withMessage("age of a must be 0 or more but was PT-0.001S");
    }

    @Test
    void onlyAHashLetsARequestBeGiven() {
        Assignment two = Assignments.flat("a", "b");
        BalancingSettings settings = BalancingSettings.defaults();
        UpstreamState idle = UpstreamState.idle();

        assertThat(Balancer.distribute(two, settings.withSelection(RingHashPick.ofDefaultSize()), idle)
                        .isConsistentHash())
                .isTrue();
        assertThat(Balancer.distribute(two, settings, idle).isConsistentHash()).isFalse();
    }

    @Test
    void aLocalityIsNamedFromTheRegionDown() {
        assertThat(LocalityName.parse("eu/a/rack-1")).hasToString("eu/a/rack-1");
    }
}
