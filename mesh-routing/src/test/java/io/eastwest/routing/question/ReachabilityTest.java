package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.Reason;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
    private static final String DENY = """
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: deny, namespace: shop}
        spec: {selector: {matchLabels: {app: stock}}, action: DENY, rules: [{}]}
        """;

    private static TwoSites sites() {
        return TwoSites.oneNetwork().pods("orders", "c1", "z1", 1).pods("stock", "c1", "z1", 1);
    }

    @Test
    void callersReachServicesOfOtherClusters() {
        MeshRouter router = sites().router();

        Reachability table = Reachability.of(router);

        assertThat(table.refused()).isEmpty();
        assertThat(table.rows()).hasSize(4).allMatch(ReachRow::isReached);
    }

    @Test
    void aPolicyThatDeniesIsTheReason() {
        MeshRouter router = sites().both(DENY).router();

        Reachability table = Reachability.of(router);

        assertThat(table.refused())
                .allMatch(ReachRow::isUnreached)
                .extracting(ReachRow::target)
                .containsExactly("stock.shop:8080", "stock.shop:8080");
        assertThat(table.toText()).isEqualTo("""
            TARGET            CALLER                     CALLS
            orders.shop:8080  web/front-1 in c1 r1/z1    c1 r1/z1 100%
                              web/front-1 in c2 r2/z1    c1 r1/z1 100%
            stock.shop:8080   shop/orders-1 in c1 r1/z1  lost 100% (403 RBAC_DENIED)
                              web/front-1 in c2 r2/z1    lost 100% (403 RBAC_DENIED)
            """);
    }

    @Test
    void whatIsBrokenAnywayCounts() {
        MeshRouter router = sites().router();
        MatrixAxes axes = MatrixAxes.of(router).toBuilder()
                .base(Conditions.workloadDown("c1", "shop", "stock"))
                .build();

        assertThat(Reachability.of(router, axes).refused())
                .extracting(row -> row.result().toText())
                .containsExactly(
                        "lost 100% (503 UF,URX UPSTREAM_CONNECT_FAILED)",
                        "lost 100% (503 UF,URX UPSTREAM_CONNECT_FAILED)");
    }

    @Test
    void sharesOfRulesAreTold() {
        MeshRouter router = sites().both(
                        SmallMesh.rules("shop/orders", "{hosts: [orders], http: [{directResponse: {status: 200}}]}"))
                .router();

        assertThat(Reachability.of(router).rows().get(0).result().toText()).isEqualTo("answered by a rule 100%");
    }

    @Test
    void aRowIsReachedByAllItsCallsAndUnreachedByNone() {
        CallResult answered = CallResult.builder()
                .addAnswered(new PlaceShare("c1", "", Share.ONE))
                .build();
        CallResult half = CallResult.builder()
                .answeredByRule(Share.of(1, 2))
                .addRefused(new RefusedShare(Reason.RBAC_DENIED, OptionalInt.of(403), "-", "", Share.of(1, 2)))
                .build();
        CallResult lost = CallResult.builder()
                .addRefused(new RefusedShare(Reason.RBAC_DENIED, OptionalInt.of(403), "-", "", Share.ONE))
                .build();
        CallResult nobody = CallResult.builder().called(false).build();

        assertThat(List.of(answered, half, lost, nobody))
                .map(result -> new ReachRow("it", TwoSites.orders("c1"), "", result))
                .map(row -> row.isReached() + " " + row.isUnreached())
                .containsExactly("true false", "false false", "false true", "false true");
    }
}
