package io.eastwest.samples.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.question.BehaviouralDiff;
import org.junit.jupiter.api.Test;

/** What does a pull request change for the calls of a mesh? */
class PullRequestSampleTest {
    private static final MeshRouter BEFORE = PullRequestSample.router("pull-request/before");
    private static final MeshRouter AFTER = PullRequestSample.router("pull-request/after");

    @Test
    void onlyReportsAreAnsweredDifferently() {
        BehaviouralDiff diff = PullRequestSample.diff(BEFORE, AFTER);

        assertThat(diff.changes()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.target()).isEqualTo("mybackend-app.my-backend:8080");
            assertThat(change.witness().request().orElseThrow().path()).isEqualTo("/orders/reports");
            assertThat(change.decisionBefore().orElseThrow().shareOfCluster("cluster-2"))
                    .isEqualTo(Share.ONE);
            assertThat(change.decisionAfter().orElseThrow().shareOfCluster("cluster-1"))
                    .isEqualTo(Share.ONE);
        });
        assertThat(diff.changes().stream()
                        .flatMap(change -> change.callers().stream())
                        .map(caller -> caller.cluster())
                        .distinct())
                .containsExactly("cluster-1", "cluster-2");
        assertThat(diff.incomplete()).isEmpty();
    }

    @Test
    void sameMeshIsNoChange() {
        assertThat(PullRequestSample.diff(AFTER, PullRequestSample.router("pull-request/after"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void answerHasACallThatShowsItAndTheRuleThatIsShadowed() {
        assertThat(PullRequestSample.answer())
                .startsWith("== What does a pull request change for the calls of a mesh? ==\n\nDifferent calls:\n")
                .contains("such as GET http://mybackend-app.my-backend")
                .containsOnlyOnce("\nNot reached after it:\nshadowed    ")
                .contains("order-reports", ": by order-by-id");
    }
}
