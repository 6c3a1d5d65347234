package io.eastwest.samples.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.Reachability;
import io.eastwest.routing.question.WhoMayCall;
import io.eastwest.testing.junit.MeshTest;
import org.junit.jupiter.api.Test;

@MeshTest("src/test/resources/quickstart")
class RedundancyTest {
    @Test
    void everybodyReachesOrdersWithoutAControlPlane(MeshRouter router) {
        assertThat(Reachability.of(router)).isComplete();
        assertThat(FailureMatrix.of(router)).survives(MeshFailure.Kind.CONTROL_PLANE);
        assertThat(WhoMayCall.of(router, "orders.shop.svc.cluster.local", 8080)).allows("shop/web");
    }
}
