package io.eastwest.routing.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.TwoSites;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/questions.md} about invariants. */
class InvariantSnippets {
    private final MeshRouter router = TwoSites.oneNetwork()
            .pods("orders", "c1", "z1", 3)
            .pods("orders", "c2", "z1", 2)
            .policy("{outlierDetection: {maxEjectionPercent: 100}}")
            .router();

    @Test
    void invariants() {
        InvariantAnswer secured = Invariant.calls()
                .toService("orders.shop")
                .areMutualTlsOnAllHops()
                .underAnySingleFailure()
                .check(router);
        InvariantAnswer reachable = Invariant.calls()
                .fromWorkload("web", "front")
                .toService("orders.shop")
                .areAnswered()
                .underSingleFailures(Kind.ZONE, Kind.CLUSTER)
                .check(router);
        InvariantAnswer local = Invariant.calls()
                .fromWorkload("web", "front")
                .fromRegion("r1")
                .stayInRegion("r1")
                .underSingleFailures(Kind.POD)
                .check(router);
        local.toText(); // for people

        assertThat(secured.holds()).isTrue();
        assertThat(reachable.holds()).isTrue();
        assertThat(local.toText()).startsWith("""
                BROKEN: calls from workload web/front from region r1 stay in region r1, also under any single failure of a pod
                GET http://orders.shop.svc.cluster.local:8080/ from c1/web/front-1
                  when pod c1/shop/orders-1 is down
                  share 7/200 passes c2/shop/orders-1 in region r2
                """);
    }
}
