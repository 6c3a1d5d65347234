package io.eastwest.routing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.balancing.Share;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryAvailabilityTest {
    @Test
    void fiveApplicationsInTwoClusters() {
        EntryAvailability availability = new EntryAvailability(2, Collections.nCopies(5, Share.of(99, 100)));

        assertThat(availability.platform()).hasToString("99759802479119550999/100000000000000000000");
        assertThat(availability.mesh()).hasToString("99950009999000049999/100000000000000000000");
    }

    @Test
    void oneApplicationOrOneClusterMakesNoDifference() {
        List<Share> three = List.of(Share.of(1, 2), Share.of(2, 3), Share.of(9, 10));

        assertThat(new EntryAvailability(1, three).mesh()).isEqualTo(new EntryAvailability(1, three).platform());
        assertThat(new EntryAvailability(4, List.of(Share.of(1, 3))).mesh())
                .isEqualTo(new EntryAvailability(4, List.of(Share.of(1, 3))).platform());
    }

    /** All states of two applications in two clusters, each with its probability: some cluster has both, or each app is somewhere. */
    @Test
    void theFormulasAreTheSumsOverAllStates() {
        List<Share> apps = List.of(Share.of(3, 4), Share.of(2, 5));
        Share platform = Share.ZERO;
        Share mesh = Share.ZERO;
        for (int state = 0; state < 16; state++) {
            Share chance = Share.ONE;
            boolean[][] up = new boolean[2][2];
            for (int cluster = 0; cluster < 2; cluster++) {
                for (int app = 0; app < 2; app++) {
                    up[cluster][app] = (state >> (cluster * 2 + app) & 1) == 1;
                    Share one = apps.get(app);
                    chance = chance.times(up[cluster][app] ? one : Share.ONE.minus(one));
                }
            }
            platform = (up[0][0] && up[0][1]) || (up[1][0] && up[1][1]) ? platform.plus(chance) : platform;
            mesh = (up[0][0] || up[1][0]) && (up[0][1] || up[1][1]) ? mesh.plus(chance) : mesh;
        }

        EntryAvailability availability = new EntryAvailability(2, apps);

        assertThat(availability.platform()).isEqualTo(platform);
        assertThat(availability.mesh()).isEqualTo(mesh);
    }

    @Test
    void probabilitiesAboveOneAreRefused() {
        assertThatThrownBy(() -> new EntryAvailability(2, List.of(Share.of(3, 2))))
                .hasMessage("availability needs 1 cluster or more and probabilities of at most 1, not 2 and [3/2]");
    }
}
