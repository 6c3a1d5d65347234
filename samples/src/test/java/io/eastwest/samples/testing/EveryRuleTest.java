package io.eastwest.samples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.testing.junit.MeshTest;
import org.junit.jupiter.api.Test;

@MeshTest(value = "src/test/resources/quickstart", coverage = 80, coverageReports = "target/mesh-coverage")
class EveryRuleTest {
    @Test
    void ordersAreAnsweredInBothClusters(MeshRouter router) {
        for (String cluster : router.snapshot().clusters()) {
            Call call = Call.get("http://orders.shop:8080/").from("web", "shop", cluster);

            assertThat(router.decide(call).isForwarded()).isTrue();
        }
    }
}
