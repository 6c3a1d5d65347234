package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.question.MatrixCell.Change;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How calls end, in words. */
class MatrixTextTest {
    private static final CallTarget ORDERS = new CallTarget("orders", Call.get("http://orders.shop:8080/"));

    private static RefusedShare refused(String flags, Share share) {
        return new RefusedShare(Reason.RBAC_DENIED, OptionalInt.of(403), flags, "no", share);
    }

    @Nested
    class OfAResult {
        private final CallResult all = CallResult.builder()
                .addAnswered(new PlaceShare("c1", "r1/z1", Share.of(1, 10)))
                .addAnswered(new PlaceShare("c1", "r1/z2", Share.of(1, 10)))
                .addAnswered(new PlaceShare("", "", Share.of(1, 5)))
                .answeredByRule(Share.of(1, 5))
                .addRefused(refused("-", Share.of(1, 10)))
                .addRefused(refused("UF", Share.of(1, 10)))
                .addRefused(refused("UF", Share.of(1, 5)))
                .build();

        @Test
        void namesEachPlaceAndEachCause() {
            assertThat(all.toText())
                    .isEqualTo(
                            "c1 r1/z1 10%, c1 r1/z2 10%, outside 20%, answered by a rule 20%,"
                                    + " lost 10% (403 RBAC_DENIED), lost 10% (403 UF RBAC_DENIED), lost 20% (403 UF RBAC_DENIED)");
        }

        @Test
        void isShorterWithOneShareForEachClusterAndFlag() {
            assertThat(ResultText.brief(all))
                    .isEqualTo("c1 20%, outside 20%, answered by a rule 20%, lost 10% RBAC_DENIED, lost 30% UF");
        }

        @Test
        void saysThatNobodyCalls() {
            CallResult nobody = CallResult.builder().called(false).build();

            assertThat(nobody.toText()).isEqualTo("no caller");
            assertThat(ResultText.brief(nobody)).isEqualTo("no caller");
        }
    }

    @Nested
    class OfAChange {
        private static CallResult result(int answered, int rule) {
            return CallResult.builder()
                    .addAnswered(new PlaceShare("c1", "", Share.of(answered, 10)))
                    .answeredByRule(Share.of(rule, 10))
                    .addRefused(refused("UF", Share.of(10 - answered - rule, 10)))
                    .build();
        }

        private static Change change(CallResult before, CallResult after) {
            return MatrixCell.of(before, after).change();
        }

        @Test
        void dependsOnWhatIsLostMore() {
            assertThat(change(result(5, 0), result(5, 0))).isEqualTo(Change.SAME);
            assertThat(change(result(5, 0), result(6, 0))).isEqualTo(Change.MOVED);
            assertThat(change(result(5, 0), result(0, 5))).isEqualTo(Change.MOVED);
            assertThat(change(result(5, 0), result(4, 0))).isEqualTo(Change.DEGRADED);
            assertThat(change(result(5, 0), result(0, 4))).isEqualTo(Change.DEGRADED);
            assertThat(change(result(5, 0), result(0, 0))).isEqualTo(Change.LOST);
            assertThat(change(result(5, 0), CallResult.builder().called(false).build()))
                    .isEqualTo(Change.NO_CALLER);
        }
    }

    @Nested
    class OfAMatrix {
        private FailureMatrix matrix(TwoSites sites, MeshFailure... failures) {
            MeshRouter router = sites.router();
            return FailureMatrix.of(
                    router,
                    MatrixAxes.builder()
                            .addTargets(ORDERS, new CallTarget("stock", Call.get("http://stock.shop:8080/")))
                            .addCallers(new Caller("front", "web", "c1"), new Caller("front", "web", "c2"))
                            .addFailures(failures)
                            .build());
        }

        private final MeshFailure orders = MeshFailure.given("orders", Conditions.workloadDown("c1", "shop", "orders"));
        private final MeshFailure nothing = MeshFailure.given("nothing", Conditions.healthy());
        private final FailureMatrix matrix = matrix(
                TwoSites.oneNetwork()
                        .pods("orders", "c1", "z1", 1)
                        .pods("stock", "c2", "z1", 1)
                        .both(
                                SmallMesh.rules(
                                        "shop/orders",
                                        "{hosts: [orders], http: [{retries: {attempts: 0}, route: [{destination: {host: orders}}]}]}")),
                nothing,
                orders);

        @Test
        void hasTheTargetOnceAndFailuresWithoutEffectLast() {
            assertThat(matrix).hasToString("""
                    TARGET  CALLER                 FAILURE          CALLS
                    orders  web/front in c1 r1/z1  none             c1 100%
                                                   orders           lost 100% UF
                                                   nothing          same
                            web/front in c2 r2/z1  none             c1 100%
                                                   orders           lost 100% UF
                                                   nothing          same
                    stock   web/front in c1 r1/z1  none             c2 100%
                                                   nothing, orders  same
                            web/front in c2 r2/z1  none             c2 100%
                                                   nothing, orders  same
                    """);
        }

        @Test
        void givesACellByItsFailure() {
            MatrixRow row = matrix.rows().get(0);

            assertThat(matrix.failures()).containsExactly(nothing, orders);
            assertThat(matrix.cell(row, orders)).isSameAs(row.cells().get(1));
            assertThat(matrix.cell(row, orders).change()).isEqualTo(Change.LOST);
            assertThat(matrix.cell(row, nothing).change()).isEqualTo(Change.SAME);
        }

        @Test
        void knowsTheRowsThatLoseMore() {
            assertThat(matrix.fragile())
                    .extracting(row -> row.target() + " of " + row.callerText())
                    .containsExactly("orders of web/front in c1 r1/z1", "orders of web/front in c2 r2/z1");
        }

        @Test
        void namesCallersWithoutLocalityAndFromOutside() {
            Call call = Call.get("http://a/").arrivingAt("edge", "web", "c1");

            assertThat(new MatrixRow("a", call, "", CallResult.builder().build(), List.of()).callerText())
                    .isEqualTo("outside at web/edge in c1");
        }
    }
}
