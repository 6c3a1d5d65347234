package io.eastwest.samples.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.testing.junit.MeshMatrix;
import io.eastwest.testing.junit.MeshTest;
import org.junit.jupiter.api.Test;

@MeshTest("src/test/resources/quickstart")
class OrdersTest {
    @Test
    void webReachesOrders(MeshRouter router) {
        Call call = Call.get("http://orders.shop:8080/").from("web", "shop", "east");

        assertThat(router.explain(call)).forwards().toService("orders", "shop");
    }

    @MeshMatrix(failures = MeshFailure.Kind.ZONE)
    void ordersAreAnsweredFromSomewhere(Caller caller, MeshFailure failure, MeshRouter router) {
        Call call = Call.get("http://orders.shop:8080/").from(caller);

        assertThat(router.decide(call, failure.conditions()).endpoints()).isNotEmpty();
    }
}
