package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriedSharesTest {
    private static final Share HALF = Share.of(1, 2);

    @Test
    void oneRetryComesBackToADeadHostWhenSixDrawsDo() {
        RetriedShares shares = RetriedShares.of(List.of(HALF, HALF), Share.ZERO, List.of(Share.ONE, Share.ZERO), 6, 1);

        assertThat(shares.tries()).containsExactly(Share.of(65, 128), Share.of(127, 128));
        assertThat(shares.lastTries()).containsExactly(Share.of(1, 128), Share.ZERO);
        assertThat(shares.followed()).isEqualTo(1);
    }

    @Test
    void withoutRetriesTheDrawIsAll() {
        RetriedShares shares = RetriedShares.of(List.of(HALF, HALF), Share.ZERO, List.of(Share.ONE, Share.ZERO), 6, 0);

        assertThat(shares.tries()).containsExactly(HALF, HALF);
        assertThat(shares.lastTries()).containsExactly(HALF, Share.ZERO);
    }

    @Test
    void theOnlyHostIsTriedEachTime() {
        RetriedShares shares = RetriedShares.of(List.of(Share.ONE), Share.ZERO, List.of(HALF), 6, 2);

        assertThat(shares.tries()).containsExactly(Share.of(7, 4));
        assertThat(shares.lastTries()).containsExactly(Share.of(1, 4));
    }

    @Test
    void aTryThatFindsNoHostIsTheLast() {
        RetriedShares shares = RetriedShares.of(List.of(HALF), HALF, List.of(Share.ONE), 1, 1);

        assertThat(shares.refused()).isEqualTo(Share.of(3, 4));
        assertThat(shares.lastTries()).containsExactly(Share.of(1, 4));
    }

    @Test
    void aHundredDeadHostsThatAreAlikeAreOneKind() {
        RetriedShares shares = RetriedShares.of(
                Collections.nCopies(100, Share.of(1, 100)), Share.ZERO, Collections.nCopies(100, Share.ONE), 6, 25);

        assertThat(shares.followed()).isEqualTo(25);
        assertThat(Share.sum(shares.lastTries())).isEqualTo(Share.ONE);
        assertThat(Share.sum(shares.tries())).isEqualTo(Share.of(26, 1));
    }

    @Test
    void tooManyKindsEndEarlier() {
        List<Share> draw =
                IntStream.rangeClosed(1, 200).mapToObj(i -> Share.of(i, 20_100)).toList();

        RetriedShares shares = RetriedShares.of(draw, Share.ZERO, Collections.nCopies(200, Share.ONE), 6, 2);

        assertThat(shares.followed()).isEqualTo(1);
        assertThat(Share.sum(shares.lastTries())).isEqualTo(Share.ONE);
    }

    @Test
    void listsHaveOneLength() {
        assertThatThrownBy(() -> RetriedShares.of(List.of(HALF), HALF, List.of(), 1, 1))
                .hasMessage("1 endpoints, 0 that may fail, 1 candidates, 1 retries");
    }
}
