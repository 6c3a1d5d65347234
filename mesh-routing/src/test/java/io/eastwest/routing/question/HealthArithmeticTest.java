package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.question.HealthArithmetic.Level;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HealthArithmeticTest {
    @Test
    void failuresForAHealthAreTheFewest() {
        for (int counted = 0; counted <= 40; counted++) {
            for (int healthy = 0; healthy <= counted; healthy++) {
                Level level = new Level(counted, healthy, healthy);
                for (int health = 0; health <= 100; health++) {
                    int expected = 0;
                    while (level.health(expected) > health) {
                        expected++;
                    }
                    assertThat(level.failuresFor(health)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void theFewestOfAllPrioritiesIsThatOfASearch() {
        Level[] levels = {new Level(3, 3, 2), new Level(5, 4, 4), new Level(2, 2, 2)};
        for (int most = -1; most <= 99; most++) {
            int fewest = Integer.MAX_VALUE;
            for (int a = 0; a <= 2; a++) {
                for (int b = 0; b <= 4; b++) {
                    for (int c = 0; c <= 2; c++) {
                        boolean reached = levels[0].health(a) + levels[1].health(b) + levels[2].health(c) <= most;
                        fewest = reached ? Math.min(fewest, a + b + c) : fewest;
                    }
                }
            }
            int found = HealthArithmetic.fewest(levels, most)
                    .map(failures -> Arrays.stream(failures).sum())
                    .orElse(Integer.MAX_VALUE);
            assertThat(found).describedAs("%d", most).isEqualTo(fewest);
        }
    }
}
