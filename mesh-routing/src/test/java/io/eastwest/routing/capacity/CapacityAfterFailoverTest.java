package io.eastwest.routing.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.capacity.PodLoad.Role;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.routing.question.TwoSites;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CapacityAfterFailoverTest {
    private static final Call FROM_C1 = TwoSites.orders("c1");
    private static final Call FROM_C2 = TwoSites.orders("c2");

    private static MeshRouter sites() {
        return twoSites().router();
    }

    private static TwoSites twoSites() {
        return TwoSites.twoNetworks()
                .pods("orders", "c1", "z1", 2)
                .pods("orders", "c2", "z1", 3)
                .policy("{outlierDetection: {maxEjectionPercent: 100}}");
    }

    private static TrafficDemand demand() {
        return TrafficDemand.builder()
                .addRate(new CallRate(FROM_C1, Share.of(100, 1)))
                .addRate(new CallRate(FROM_C2, Share.of(50, 1)))
                .addLimit(new PodLimit("shop", "orders", Share.of(60, 1)))
                .addLimit(new PodLimit("istio-system", "ew", Share.of(80, 1)))
                .build();
    }

    @Nested
    class WhenNothingIsBroken {
        private final MeshLoad load =
                CapacityAfterFailover.of(sites(), demand()).healthy();

        @Test
        void everyPodGetsItsShareOfTheRates() {
            assertThat(load.pods())
                    .extracting(PodLoad::toText)
                    .containsExactly(
                            "c1/shop/orders-1 50 of 60 per second",
                            "c1/shop/orders-2 50 of 60 per second",
                            "c2/shop/orders-1 16.67 of 60 per second",
                            "c2/shop/orders-2 16.67 of 60 per second",
                            "c2/shop/orders-3 16.67 of 60 per second");
            assertThat(load.pods().get(2).perSecond()).isEqualTo(Share.of(50, 3));
            assertThat(load.clusters()).containsEntry("c1", Share.of(100, 1)).containsEntry("c2", Share.of(50, 1));
        }

        @Test
        void thePodNearestToItsLimitIsTold() {
            assertThat(load.mostUtilised())
                    .hasValueSatisfying(pod -> assertThat(pod.utilisation()).contains(Share.of(5, 6)));
            assertThat(load.overloaded()).isEmpty();
        }
    }

    @Nested
    class AfterAFailure {
        @Test
        void thePodThatIsLeftAndTheGatewayTakeWhatTheOtherLeaves() {
            MeshLoad load = CapacityAfterFailover.under(sites(), demand(), Conditions.podDown("c1/shop/orders-1"));

            // one host of two healthy: 70 % of the load stays
            assertThat(load.pods())
                    .filteredOn(pod -> pod.pod().startsWith("c1/shop") || pod.role() == Role.GATEWAY)
                    .extracting(PodLoad::toText)
                    .containsExactly(
                            "c1/shop/orders-2 70 of 60 per second, 10 too many",
                            "c2/istio-system/ew-1 30 of 80 per second");
            assertThat(load.overloaded()).extracting(PodLoad::pod).containsExactly("c1/shop/orders-2");
        }

        @Test
        void theWorstSingleFailureIsFound() {
            CapacityAfterFailover capacity = CapacityAfterFailover.of(sites(), demand());

            assertThat(capacity.worst().mostUtilised())
                    .hasValueSatisfying(pod -> assertThat(capacity.loads())
                            .allSatisfy(load -> assertThat(load.mostUtilised()
                                            .flatMap(PodLoad::utilisation)
                                            .orElse(Share.ZERO))
                                    .isLessThanOrEqualTo(pod.utilisation().orElseThrow())));
            assertThat(capacity.worst().overloaded()).isNotEmpty();
            assertThat(capacity.toText())
                    .contains("worst failure: " + capacity.worst().failure() + ": ");
        }

        @Test
        void callsOfWorkloadsThatAreDownAreNotMade() {
            MeshLoad load = CapacityAfterFailover.under(sites(), demand(), Conditions.clusterDown("c1"));

            assertThat(load.notCalled()).isEqualTo(Share.of(100, 1));
            assertThat(load.answered()).isEqualTo(Share.of(50, 1));
        }

        @Test
        void podsThatAreLeftCallForTheOthersOfTheirWorkload() {
            MeshRouter router = TwoSites.oneNetwork()
                    .pods("orders", "c1", "z1", 1)
                    .pods("stock", "c1", "z1", 2)
                    .router();
            TrafficDemand demand = TrafficDemand.builder()
                    .addRate(new CallRate(
                            Call.get("http://orders.shop:8080/").from("stock", "shop", "c1"), Share.of(9, 1)))
                    .build();

            MeshLoad load = CapacityAfterFailover.under(router, demand, Conditions.podDown("c1/shop/stock-2"));

            assertThat(load.answered()).isEqualTo(Share.of(9, 1));
            assertThat(load.notCalled().isZero()).isTrue();
        }

        @Test
        void whatNobodyAnswersIsLost() {
            MeshRouter router =
                    TwoSites.oneNetwork().pods("orders", "c1", "z1", 1).router();

            MeshLoad load = CapacityAfterFailover.under(router, demand2(), Conditions.podDown("c1/shop/orders-1"));

            assertThat(load.lost()).isEqualTo(Share.of(100, 1));
            assertThat(load.toText()).startsWith("pod c1/shop/orders-1 is down: 0 answered, 100 lost\n");
        }

        private TrafficDemand demand2() {
            return TrafficDemand.builder()
                    .addRate(new CallRate(FROM_C1, Share.of(100, 1)))
                    .build();
        }
    }

    @Test
    void whatIsNotCountedIsSaid() {
        String mirror = SmallMesh.rules(
                "shop/orders",
                "{hosts: [orders], http: [{route: [{destination: {host: orders}}], mirror: {host: stock}}]}");
        MeshRouter router = TwoSites.oneNetwork()
                .pods("orders", "c1", "z1", 2)
                .pods("stock", "c1", "z1", 1)
                .both(mirror)
                .router();
        TrafficDemand demand = TrafficDemand.builder()
                .addRate(new CallRate(FROM_C1, Share.of(1, 3)))
                .build();

        assertThat(CapacityAfterFailover.of(router, demand, MeshFailures.of(router, Kind.POD))
                        .notCounted())
                .containsExactly(
                        "copies of GET http://orders.shop:8080/ from c1/web/front-1 that are mirrored",
                        "tries that get to no pod and are repeated; a call counts where it is answered",
                        "what calls that nobody answers do to gateways and pods on their way");
    }

    @Test
    void limitsAndCallersThatTheMeshDoesNotHaveAreRefused() {
        TrafficDemand wrong = demand().toBuilder()
                .addLimit(new PodLimit("shop", "order", Share.ONE))
                .build();

        assertThatThrownBy(() -> CapacityAfterFailover.of(sites(), wrong))
                .hasMessage("the mesh has no pod of shop/order, which has a limit");
        assertThatThrownBy(() -> new PodLimit("shop", "orders", Share.ZERO))
                .hasMessage("the limit of shop/orders must be more than 0");
    }

    @Test
    void theExampleOfThePage() {
        MeshRouter router = sites();

        TrafficDemand demand = TrafficDemand.builder()
                .addRate(
                        new CallRate(Call.get("http://orders.shop:8080/").from("front", "web", "c1"), Share.of(100, 1)))
                .addRate(new CallRate(Call.get("http://orders.shop:8080/").from("front", "web", "c2"), Share.of(50, 1)))
                .addLimit(new PodLimit("shop", "orders", Share.of(60, 1)))
                .addLimit(new PodLimit("istio-system", "ew", Share.of(80, 1)))
                .build();
        CapacityAfterFailover capacity = CapacityAfterFailover.of(router, demand);
        capacity.worst().overloaded();
        capacity.toText(); // for people

        assertThat(capacity.toText()).startsWith("""
                2 of 26 failures overload pods
                worst failure: pod c1/shop/orders-1: 150 answered
                  cluster c1 70
                  cluster c2 80
                  ! c1/shop/orders-2 70 of 60 per second, 10 too many
                    c2/shop/orders-1 26.67 of 60 per second
                    c2/shop/orders-2 26.67 of 60 per second
                    c2/shop/orders-3 26.67 of 60 per second
                    through c2/istio-system/ew-1 30 of 80 per second
                pod c1/shop/orders-2: 1 overloaded, first c1/shop/orders-1 70 of 60 per second, 10 too many
                """);
    }

    @Test
    void theExampleOfErrorsOfThePage() {
        String retries = SmallMesh.rules(
                "shop/orders",
                "{hosts: [orders],"
                        + " http: [{retries: {attempts: 2, retryOn: 5xx}, route: [{destination: {host: orders}}]}]}");
        MeshRouter router = twoSites().both(retries).router();
        TrafficDemand demand = demand();

        TrafficDemand failing = demand.toBuilder()
                .addError(PodErrors.of("c1", "shop", "orders-1", 503, Share.of(1, 2))) // half of what it is asked
                .build();
        MeshLoad load = CapacityAfterFailover.of(router, failing).healthy();

        assertThat(load.toText()).isEqualTo("""
                nothing is broken: 150 answered, 25.2 tries repeated, 0.01 failed
                  cluster c1 125.2
                  cluster c2 50
                    c1/shop/orders-1 50.39 of 60 per second, 25.2 with an error
                  ! c1/shop/orders-2 74.8 of 60 per second, 14.8 too many
                    c2/shop/orders-1 16.67 of 60 per second
                    c2/shop/orders-2 16.67 of 60 per second
                    c2/shop/orders-3 16.67 of 60 per second
                """);
    }
}
