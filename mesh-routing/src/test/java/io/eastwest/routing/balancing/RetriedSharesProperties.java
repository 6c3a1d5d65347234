package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RetriedSharesProperties {
    private final Map<String, Share> tries = new LinkedHashMap<>();
    private final Map<String, Share> lastTries = new LinkedHashMap<>();

    /** Kinds of endpoints come to the same as endpoints one by one, each try drawn by the balancer after those before it. */
    @Property(tries = 100)
    void countingKindsComesToTheSameAsFollowingEveryTry(
            @ForAll @Size(min = 1, max = 4) List<@LongRange(min = 1, max = 3) Long> weights,
            @ForAll @IntRange(min = 0, max = 15) int dead,
            @ForAll @IntRange(max = 3) int retries,
            @ForAll boolean avoids) {
        tries.clear();
        lastTries.clear();
        Assignment assignment =
                Assignments.weights(weights.stream().mapToLong(Long::longValue).toArray());
        BalancingSettings settings = new BalancingSettings(RoundRobinPick.withoutSlowStart(), 0, false);
        Distribution draw = Balancer.distribute(assignment, settings, UpstreamState.idle());
        List<Share> failing = new ArrayList<>();
        for (int i = 0; i < draw.shares().size(); i++) {
            failing.add((dead >> i & 1) == 0 ? Share.ZERO : Share.of(1, 1 + i % 2));
        }
        RetryRule rule = RetryRule.ofIstio(avoids, false);

        follow(assignment, settings, rule, draw, failing, List.of(), Share.ONE, retries);
        RetriedShares shares = RetriedShares.of(
                draw.shares().stream().map(EndpointShare::share).toList(),
                draw.refused(),
                failing,
                rule.candidates(),
                retries);

        for (int i = 0; i < draw.shares().size(); i++) {
            String address = draw.shares().get(i).address();
            assertThat(shares.tries().get(i)).isEqualTo(tries.getOrDefault(address, Share.ZERO));
            assertThat(shares.lastTries().get(i)).isEqualTo(lastTries.getOrDefault(address, Share.ZERO));
        }
    }

    private void follow(
            Assignment assignment,
            BalancingSettings settings,
            RetryRule rule,
            Distribution first,
            List<Share> failing,
            List<String> tried,
            Share weight,
            int retries) {
        Distribution draw = Balancer.retry(assignment, settings, UpstreamState.idle(), rule, tried);
        for (int i = 0; i < first.shares().size(); i++) {
            String address = first.shares().get(i).address();
            Share share = weight.times(draw.share(address));
            tries.merge(address, share, Share::plus);
            if (failing.get(i).isZero() || share.isZero()) {
                continue;
            }
            if (tried.size() == retries) {
                lastTries.merge(address, share, Share::plus);
            } else {
                List<String> next = new ArrayList<>(tried);
                next.add(address);
                follow(assignment, settings, rule, first, failing, next, share.times(failing.get(i)), retries);
            }
        }
    }
}
