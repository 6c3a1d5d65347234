package io.eastwest.samples.partitioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.samples.SampleQuestions;
import org.junit.jupiter.api.Test;

/** How do callers of each cluster get a subset of their own? */
class PartitioningSampleTest {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");
    private static final Call ORDERS_OF_CLUSTER_2 =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-2");

    @Test
    void callerGetsTheSubsetOfItsCluster() {
        Decision decision = SampleQuestions.today("partitioning", ORDERS);

        assertThat(decision.shareOfCluster("cluster-1")).isEqualTo(Share.ONE);
        assertThat(decision.firstLeg().route().orElseThrow().name()).isEqualTo("cluster-1-local");
    }

    @Test
    void callerOfTheOtherClusterGetsTheOtherSubset() {
        Decision decision = SampleQuestions.today("partitioning", ORDERS_OF_CLUSTER_2);

        assertThat(decision.shareOfCluster("cluster-2")).isEqualTo(Share.ONE);
        assertThat(decision.firstLeg().route().orElseThrow().name()).isEqualTo("cluster-2-local");
    }

    @Test
    void otherSubsetDoesNotTakeOver() {
        Decision decision = SampleQuestions.withoutBackend("partitioning", ORDERS);

        assertThat(decision.isRefused()).isTrue();
        assertThat(decision.outcomes()).allMatch(outcome -> outcome.status().getAsInt() == 503);
    }

    @Test
    void answerTellsBothDecisions() {
        assertThat(PartitioningSample.answer())
                .startsWith("== How do callers of each cluster get a subset of their own? ==\n\nToday: GET ")
                .contains("\nOutage: GET ");
    }
}
