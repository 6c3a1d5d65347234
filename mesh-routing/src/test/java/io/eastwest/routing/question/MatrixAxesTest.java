package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatrixAxesTest {
    private static final String FRONT = """
            apiVersion: v1
            kind: Service
            metadata: {name: front, namespace: web}
            spec: {clusterIP: 10.96.0.9, selector: {app: front}, ports: [{name: http, port: 3000}]}
            """;

    private static TwoSites sites() {
        return TwoSites.oneNetwork().pods("orders", "c1", "z1", 1).pods("orders", "c1", "z2", 1);
    }

    private static List<String> callers(MeshRouter router, String target) {
        MatrixAxes axes = MatrixAxes.of(router);
        return axes
                .callersOf(axes.targets().stream()
                        .filter(each -> each.name().equals(target))
                        .findFirst()
                        .orElseThrow())
                .stream()
                .map(Caller::toString)
                .toList();
    }

    @Nested
    class Callers {
        @Test
        void areTheFirstWorkloadsOfTheirPlaces() {
            assertThat(MatrixAxes.of(sites().router()).callers())
                    .extracting(Caller::toString)
                    .containsExactly("c1/shop/orders-1", "c1/shop/orders-2", "c2/web/front-1");
        }

        @Test
        void ofATargetAreOtherWorkloadsThanItself() {
            MeshRouter router = sites().both(FRONT).router();

            assertThat(callers(router, "orders.shop:8080")).containsExactly("c1/web/front-1", "c2/web/front-1");
            assertThat(callers(router, "front.web:3000")).containsExactly("c1/shop/orders-1", "c1/shop/orders-2");
        }

        @Test
        void ofATargetThatIsNotAmongThemAreThoseOfAll() {
            MatrixAxes axes = MatrixAxes.of(sites().router());

            assertThat(axes.callersByTarget()).containsOnlyKeys("orders.shop:8080");
            assertThat(callers(sites().router(), "stock.shop:8080"))
                    .isEqualTo(axes.callers().stream().map(Caller::toString).toList());
        }

        @Test
        void ofATargetAreItselfWhereNobodyElseIsInTheMesh() {
            MeshRouter router = TwoSites.oneNetwork().both(FRONT).router();

            assertThat(callers(router, "front.web:3000")).containsExactly("c1/web/front-1", "c2/web/front-1");
        }

        @Test
        void thatAreChosenCallEveryTarget() {
            MeshRouter router = sites().both(FRONT).router();
            List<Caller> chosen = List.of(new Caller("front", "web", "c2"));

            MatrixAxes axes = MatrixAxes.of(router).calledBy(chosen);

            assertThat(axes.callersByTarget()).isEmpty();
            assertThat(axes.targets())
                    .isNotEmpty()
                    .allSatisfy(target -> assertThat(axes.callersOf(target)).isEqualTo(chosen));
        }

        @Test
        void ofATargetAreTheRowsOfItsMatrix() {
            MeshRouter router = sites().both(FRONT).router();
            MatrixAxes axes = MatrixAxes.of(router);

            List<MatrixRow> rows = FailureMatrix.of(router, axes).rows();

            assertThat(rows)
                    .extracting(row -> row.target() + " " + row.call().caller())
                    .isEqualTo(axes.targets().stream()
                            .flatMap(target -> axes.callersOf(target).stream().map(each -> target.name() + " " + each))
                            .toList());
            assertThat(Reachability.of(router).rows()).hasSameSizeAs(rows);
        }
    }

    @Nested
    class ServicesThatNoCallCanName {
        private static final String ENTRIES = """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: wild, namespace: shop}
            spec:
              hosts: ["*.wild.example"]
              location: MESH_INTERNAL
              resolution: NONE
              ports: [{name: http, number: 80, protocol: HTTP}]
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: odd, namespace: shop}
            spec:
              hosts: [stock.2nd]
              location: MESH_INTERNAL
              resolution: NONE
              ports: [{name: http, number: 80, protocol: HTTP}, {name: tcp, number: 81, protocol: TCP}]
            """;

        private final MatrixAxes axes = MatrixAxes.of(sites().both(ENTRIES).router());

        @Test
        void areLeftOutWithTheReason() {
            assertThat(axes.uncalled())
                    .extracting(UncalledService::toString)
                    .containsExactly(
                            "*.wild.example: it stands for many names, and a call needs one",
                            "stock.2nd: no URL can hold this name");
        }

        @Test
        void areCalledWhereTheCallHasNoUrl() {
            assertThat(axes.targets())
                    .extracting(CallTarget::name)
                    .containsExactly("orders.shop:8080", "stock.2nd:81", "stock.shop:8080");
        }

        @Test
        void areNoneWhereEveryNameCanBeCalled() {
            assertThat(MatrixAxes.of(sites().router()).uncalled()).isEmpty();
        }
    }

    @Test
    void callersOfATargetAreChosenByItsName() {
        CallTarget one = new CallTarget("one", Call.get("http://orders.shop:8080/"));
        CallTarget two = new CallTarget("two", Call.get("http://orders.shop:8080/"));
        Caller front = new Caller("front", "web", "c1");
        Caller orders = new Caller("orders", "shop", "c1");

        MatrixAxes axes = MatrixAxes.builder()
                .addTargets(one, two)
                .addCaller(front)
                .putCallersByTarget("two", List.of(orders))
                .build();

        assertThat(axes.callersOf(one)).containsExactly(front);
        assertThat(axes.callersOf(two)).containsExactly(orders);
    }
}
