package io.eastwest.samples.clusterlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.samples.SampleQuestions;
import org.junit.jupiter.api.Test;

/** How does traffic stay in its cluster, and which services are the exception? */
class ClusterLocalSampleTest {
    private static final Call HOME =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");
    private static final Call SHARED =
            Call.get("http://catalog.my-shared:8080/items").from("frontend", "my-frontend", "cluster-1");

    @Test
    void localServiceIsAnsweredByItsOwnClusterOnly() {
        Decision decision = SampleQuestions.today("cluster-local", HOME);

        assertThat(SampleQuestions.shares(decision))
                .containsExactly(
                        entry("cluster-1/my-backend/mybackend-app-1", Share.of(1, 2)),
                        entry("cluster-1/my-backend/mybackend-app-2", Share.of(1, 2)));
    }

    @Test
    void sharedServiceIsAnsweredByAllClusters() {
        Decision decision = SampleQuestions.today("cluster-local", SHARED);

        assertThat(SampleQuestions.shares(decision))
                .containsExactly(
                        entry("cluster-1/my-shared/catalog-1", Share.of(1, 2)),
                        entry("cluster-2/my-shared/catalog-1", Share.of(1, 2)));
    }

    @Test
    void nobodyTakesOverWhenTheLocalPodsAreGone() {
        Decision decision = SampleQuestions.withoutBackend("cluster-local", HOME);

        assertThat(decision.isRefused()).isTrue();
        assertThat(decision.outcomes()).allMatch(outcome -> outcome.status().getAsInt() == 503);
    }

    @Test
    void sharedServiceDoesNotNotice() {
        assertThat(SampleQuestions.withoutBackend("cluster-local", SHARED).isForwarded())
                .isTrue();
    }

    @Test
    void answerTellsBothDecisions() {
        assertThat(ClusterLocalSample.answer())
                .startsWith(
                        "== How does traffic stay in its cluster, and which services are the exception? ==\n\nToday: GET ")
                .contains("\nOutage: GET ");
    }
}
