package io.eastwest.routing.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.OutlierSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OutlierProperties {
    private static OutlierState start(int hosts, int percent) {
        OutlierSettings settings = OutlierSettings.builder()
                .consecutive5xx(2)
                .maxEjectionPercent(percent)
                .build();
        return OutlierState.of(
                settings, IntStream.range(0, hosts).mapToObj(i -> "h" + i).toList());
    }

    /** Steps of a timeline: seconds since the last one, host, and code. */
    record Step(int seconds, int host, int code) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.of(200, 404, 500, 503))
                .as(Step::new)
                .list()
                .ofMaxSize(200);
    }

    private static OutlierState run(OutlierState start, List<Step> steps) {
        OutlierState state = start;
        Duration now = Duration.ZERO;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            state = state.on(OutlierEvent.response(now, "h" + step.host(), step.code()));
        }
        return state;
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void neverMoreHostsAreEjectedThanThePercentageAllows(
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(min = 1, max = 12) int hosts,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        OutlierState state = start(hosts, percent);
        Duration now = Duration.ZERO;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            state = state.on(OutlierEvent.response(now, "h" + step.host(), step.code()));
            assertThat(state.ejected().size()).isLessThanOrEqualTo(hosts * percent / 100);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void withoutErrorsEveryHostComesBackAndCalmsDown(@ForAll("steps") List<Step> steps) {
        OutlierState state = run(start(12, 100), steps);
        OutlierState later = state.advance(state.now().plusHours(1));

        assertThat(later.ejected()).isEmpty();
        for (int i = 0; i < 12; i++) {
            assertThat(later.ejectionFactor("h" + i)).isZero();
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void advancingInStepsOrAtOnceIsTheSame(
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(max = 100) int first,
            @ForAll @IntRange(max = 100) int second) {
        OutlierState state = run(start(12, 100), steps);
        Duration middle = state.now().plusSeconds(first);
        OutlierState inSteps = state.advance(middle).advance(middle.plusSeconds(second));
        OutlierState atOnce = state.advance(middle.plusSeconds(second));

        assertThat(inSteps.ejected()).isEqualTo(atOnce.ejected());
        for (int i = 0; i < 12; i++) {
            assertThat(inSteps.ejectionFactor("h" + i)).isEqualTo(atOnce.ejectionFactor("h" + i));
            assertThat(inSteps.ejectedUntil("h" + i)).isEqualTo(atOnce.ejectedUntil("h" + i));
        }
    }
}
