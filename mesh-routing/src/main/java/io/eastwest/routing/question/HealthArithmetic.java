package io.eastwest.routing.question;

import java.util.Arrays;
import java.util.Optional;

/**
 * Envoy's health of priorities in percent, turned round: how few hosts have to fail for a health. Mirrors envoy
 * source/extensions/load_balancing_policies/common/load_balancer_impl.cc:recalculatePerPriorityState.
 */
final class HealthArithmetic {
    private static final int WHOLE = 100;
    private static final int OVERPROVISIONING = 140;

    private HealthArithmetic() {}

    /**
     * Hosts of one priority.
     *
     * @param counted hosts that count
     * @param healthy healthy ones among them
     * @param ejectable healthy ones that may fail
     */
    record Level(int counted, int healthy, int ejectable) {
        /** {@return its health in percent after failures} */
        int health(int failures) {
            return counted == 0 ? 0 : (int) Math.min(WHOLE, (long) OVERPROVISIONING * (healthy - failures) / counted);
        }

        /** {@return the fewest failures after which its health is this or less; -1: no number} */
        int failuresFor(int health) {
            if (health(0) <= health) {
                return 0;
            }
            // 140 (healthy - f) / counted < health + 1, all integers
            long left = ((long) counted * (health + 1) - 1) / OVERPROVISIONING;
            int failures = (int) Math.max(0, healthy - left);
            return failures <= ejectable ? failures : -1;
        }
    }

    /**
     * The fewest failures in all after which healths add up to at most a sum.
     *
     * @param levels the priorities
     * @param most the sum in percent
     * @return failures of each priority; empty: all together do not reach it
     */
    static Optional<int[]> fewest(Level[] levels, int most) {
        if (most < 0) {
            return Optional.empty();
        }
        int width = most + 1;
        int[][] best = new int[levels.length + 1][width];
        int[][] chosen = new int[levels.length + 1][width];
        for (int[] row : best) {
            Arrays.fill(row, Integer.MAX_VALUE);
        }
        best[0][0] = 0;
        for (int level = 0; level < levels.length; level++) {
            for (int health = 0; health <= WHOLE && health < width; health++) {
                int failures = levels[level].failuresFor(health);
                if (failures >= 0) {
                    take(best, chosen, level, levels[level].health(failures), failures);
                }
            }
        }
        int sum = 0;
        for (int each = 0; each < width; each++) {
            sum = best[levels.length][each] < best[levels.length][sum] ? each : sum;
        }
        if (best[levels.length][sum] == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        int[] failures = new int[levels.length];
        for (int level = levels.length; level > 0; level--) {
            failures[level - 1] = chosen[level][sum];
            sum -= levels[level - 1].health(failures[level - 1]);
        }
        return Optional.of(failures);
    }

    private static void take(int[][] best, int[][] chosen, int level, int health, int failures) {
        for (int before = 0; before + health < best[level].length; before++) {
            int cost = best[level][before] == Integer.MAX_VALUE ? Integer.MAX_VALUE : best[level][before] + failures;
            if (cost < best[level + 1][before + health]) {
                best[level + 1][before + health] = cost;
                chosen[level + 1][before + health] = failures;
            }
        }
    }
}
