package io.eastwest.samples.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.samples.SampleQuestions;
import org.junit.jupiter.api.Test;

/** How do 80 % stay in the own region while 20 % go to the other? */
class DistributionSampleTest {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    @Test
    void eightyOfAHundredStayInTheRegion() {
        Decision decision = SampleQuestions.today("distribution", ORDERS);

        assertThat(decision.shareOfCluster("cluster-1")).isEqualTo(Share.of(4, 5));
        assertThat(decision.shareOfCluster("cluster-2")).isEqualTo(Share.of(1, 5));
    }

    @Test
    void otherRegionTakesAllWhenTheOwnIsGone() {
        Decision decision = SampleQuestions.withoutBackend("distribution", ORDERS);

        assertThat(decision.isForwarded()).isTrue();
        assertThat(decision.shareOfCluster("cluster-2")).isEqualTo(Share.ONE);
    }

    @Test
    void answerTellsBothDecisions() {
        assertThat(DistributionSample.answer())
                .startsWith("== How do 80 % stay in the own region while 20 % go to the other? ==\n\nToday: GET ")
                .contains("\nOutage: GET ");
    }
}
