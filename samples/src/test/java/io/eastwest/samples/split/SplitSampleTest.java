package io.eastwest.samples.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.balancing.Share;
import io.eastwest.samples.SampleQuestions;
import org.junit.jupiter.api.Test;

/** How does an HTTPRoute split the calls to a Service in halves? */
class SplitSampleTest {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    @Test
    void eachVersionGetsHalf() {
        Decision decision = SampleQuestions.today("split", ORDERS);

        assertThat(decision.endpoints().stream()
                        .filter(target -> target.owner().endsWith("/mybackend-app-v2-1"))
                        .map(EndpointTarget::share)
                        .reduce(Share.ZERO, Share::plus))
                .isEqualTo(Share.of(1, 2));
        assertThat(decision.isForwarded()).isTrue();
    }

    @Test
    void answerTellsBothDecisions() {
        assertThat(SplitSample.answer())
                .startsWith("== How does an HTTPRoute split the calls to a Service in halves? ==\n\nToday: GET ")
                .contains("\nOutage: GET ");
    }
}
