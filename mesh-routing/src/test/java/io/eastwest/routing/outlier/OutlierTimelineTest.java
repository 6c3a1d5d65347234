package io.eastwest.routing.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.AssignedEndpoint;
import io.eastwest.routing.balancing.AssignedGroup;
import io.eastwest.routing.balancing.Assignment;
import io.eastwest.routing.balancing.Balancer;
import io.eastwest.routing.balancing.BalancingSettings;
import io.eastwest.routing.balancing.Distribution;
import io.eastwest.routing.balancing.LocalityName;
import io.eastwest.routing.balancing.Placement;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.balancing.UpstreamState;
import io.eastwest.routing.envoy.OutlierSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlierTimelineTest {
    private static final OutlierSettings DEFAULTS = OutlierSettings.builder().build();

    private static List<String> hosts(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static OutlierState errors(OutlierState state, String host, double at, int times) {
        OutlierState next = state;
        for (int i = 0; i < times; i++) {
            next = next.on(OutlierEvent.response(seconds(at), host, 503));
        }
        return next;
    }

    @Test
    void aHostComesBackAtTheCheckAtWhichItsTimeIsOver() {
        OutlierState state = errors(OutlierState.of(DEFAULTS, hosts("h", 10)), "h0", 20, 5);

        assertThat(state.ejectedUntil("h0")).contains(seconds(50));
        assertThat(state.advance(seconds(49.9)).ejected()).containsExactly("h0");
        assertThat(state.advance(seconds(50)).ejected()).isEmpty();
    }

    @Test
    void aHostThatFailsAgainStaysOutTwiceAsLongAndCalmsDownLater() {
        OutlierState state = errors(OutlierState.of(DEFAULTS, hosts("h", 10)), "h0", 1.4, 5);
        assertThat(state.ejected()).containsExactly("h0");
        assertThat(state.ejectionFactor("h0")).isEqualTo(1);
        assertThat(state.ejectedUntil("h0")).contains(seconds(31.4));

        assertThat(state.advance(seconds(39.9)).ejected()).containsExactly("h0");
        state = state.advance(seconds(40));
        assertThat(state.ejected()).isEmpty();
        assertThat(state.changes()).singleElement().satisfies(change -> {
            assertThat(change.verdict()).isEqualTo(OutlierVerdict.RETURNED);
            assertThat(change.at()).isEqualTo(seconds(40));
        });

        state = errors(state, "h0", 45.4, 5);
        assertThat(state.ejectionFactor("h0")).isEqualTo(2);
        assertThat(state.ejectedUntil("h0")).contains(seconds(105.4));

        assertThat(state.advance(seconds(109.9)).ejected()).containsExactly("h0");
        state = state.advance(seconds(110));
        assertThat(state.ejected()).isEmpty();
        assertThat(state.ejectionFactor("h0")).isEqualTo(2);
        state = state.advance(seconds(120));
        assertThat(state.ejectionFactor("h0")).isEqualTo(1);
        state = state.advance(seconds(130));
        assertThat(state.ejectionFactor("h0")).isZero();
        assertThat(state.advance(seconds(1000)).ejectionFactor("h0")).isZero();
    }

    @Test
    void oneOfNineHostsIsNeverEjected() {
        OutlierState state = OutlierState.of(DEFAULTS, hosts("h", 9));
        List<Integer> fired = new ArrayList<>();
        for (int error = 1; error <= 12; error++) {
            state = errors(state, "h0", 1, 1);
            for (OutlierChange change : state.changes()) {
                if (change.detector().equals(Optional.of(ConsecutiveDetector.SERVER_ERRORS))) {
                    assertThat(change.verdict()).isEqualTo(OutlierVerdict.KEPT_BY_LIMIT);
                    fired.add(error);
                }
            }
        }

        assertThat(fired).containsExactly(5, 10);
        assertThat(state.ejected()).isEmpty();
    }

    @Test
    void onlyOneOfTwoFailingLocalHostsIsEjectedSoMostTrafficStays() {
        List<String> all = new ArrayList<>(hosts("local", 2));
        all.addAll(hosts("remote", 8));
        OutlierState state = OutlierState.of(DEFAULTS, all);
        state = errors(state, "local0", 1, 5);
        state = errors(state, "local1", 2, 25);

        assertThat(state.ejected()).containsExactly("local0");
        Distribution distribution = Balancer.distribute(
                new Assignment(List.of(group(0, hosts("local", 2)), group(1, hosts("remote", 8)))),
                BalancingSettings.defaults().withPanicThreshold(0),
                UpstreamState.idle().withEjected(state.ejected()));
        assertThat(distribution.share("local1")).isEqualTo(Share.of(7, 10));
        assertThat(distribution.share("remote0")).isEqualTo(Share.of(3, 80));
    }

    @Test
    void ejectionsGrowUpToTheLongest() {
        OutlierState state = OutlierState.of(DEFAULTS, hosts("h", 10));
        List<Long> lengths = new ArrayList<>();
        for (int round = 0; round < 14; round++) {
            double at = state.now().toSeconds() + 1;
            state = errors(state, "h0", at, 5);
            Duration until = state.ejectedUntil("h0").orElseThrow();
            lengths.add(until.minus(state.now()).toSeconds());
            // The first check after the end brings the host back; the next errors come before it calms down.
            state = state.advance(Duration.ofSeconds(until.toSeconds() / 10 * 10 + 10));
            assertThat(state.ejected()).isEmpty();
        }

        assertThat(lengths)
                .containsExactly(30L, 60L, 90L, 120L, 150L, 180L, 210L, 240L, 270L, 300L, 300L, 300L, 300L, 300L);
        assertThat(state.ejectionFactor("h0")).isEqualTo(11);
    }

    @Test
    void countersStartAgainWhenAHostComesBack() {
        OutlierState state = errors(OutlierState.of(DEFAULTS, hosts("h", 10)), "h0", 1, 5);
        state = errors(state, "h0", 2, 3);
        state = state.advance(seconds(40));

        assertThat(errors(state, "h0", 41, 4).ejected()).isEmpty();
        assertThat(errors(state, "h0", 41, 5).ejected()).containsExactly("h0");
    }

    private static AssignedGroup group(int priority, List<String> addresses) {
        return new AssignedGroup(
                new Placement(LocalityName.NONE, priority),
                OptionalLong.empty(),
                addresses.stream().map(AssignedEndpoint::of).toList());
    }
}
