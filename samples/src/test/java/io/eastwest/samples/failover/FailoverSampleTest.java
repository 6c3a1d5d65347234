package io.eastwest.samples.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.Hop;
import io.eastwest.routing.balancing.Share;
import io.eastwest.samples.SampleQuestions;
import org.junit.jupiter.api.Test;

/** What happens when the backend of the own region fails? */
class FailoverSampleTest {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    @Test
    void zoneOfTheCallerTakesEverything() {
        Decision decision = SampleQuestions.today("failover", ORDERS);

        assertThat(SampleQuestions.shares(decision))
                .containsExactly(entry("cluster-1/my-backend/mybackend-app-1", Share.ONE));
    }

    @Test
    void otherRegionTakesOverThroughItsGateway() {
        Decision decision = SampleQuestions.withoutBackend("failover", ORDERS);

        assertThat(decision.isForwarded()).isTrue();
        assertThat(decision.shareOfCluster("cluster-2")).isEqualTo(Share.ONE);
        assertThat(decision.endpoints())
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.hops())
                        .extracting(Hop::proxy)
                        .contains("cluster-2/istio-system/istio-eastwestgateway-1"));
    }

    @Test
    void answerTellsBothDecisions() {
        assertThat(FailoverSample.answer())
                .startsWith("== What happens when the backend of the own region fails? ==\n\nToday: GET ")
                .contains("\nOutage: GET ");
    }
}
