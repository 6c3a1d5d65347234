package io.eastwest.routing.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.routing.Call;
import io.eastwest.routing.CallTries;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.ErrorAnswer;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.TwoSites;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Loads of calls that are tried again because applications answer with errors. */
class RetriedLoadTest {
    private static final Call CALL = TwoSites.orders("c1");

    private static String retries(String text) {
        return SmallMesh.rules(
                "shop/orders",
                "{hosts: [orders], http: [{name: all, retries: " + text
                        + ", route: [{destination: {host: orders}}]}]}");
    }

    private static TwoSites twoPods() {
        return TwoSites.oneNetwork().pods("orders", "c1", "z1", 2);
    }

    private static MeshLoad load(MeshRouter router, PodErrors... errors) {
        return capacity(router, errors).healthy();
    }

    private static CapacityAfterFailover capacity(MeshRouter router, PodErrors... errors) {
        TrafficDemand demand = TrafficDemand.builder()
                .addRate(new CallRate(CALL, Share.of(128, 1)))
                .addErrors(errors)
                .build();
        return CapacityAfterFailover.of(
                router, demand, List.of(MeshFailure.given("c2 is down", Conditions.clusterDown("c2"))));
    }

    private static Share of(MeshLoad load, String pod) {
        return load.pods().stream()
                .filter(each -> each.pod().equals(pod))
                .map(PodLoad::perSecond)
                .findFirst()
                .orElse(Share.ZERO);
    }

    private static PodErrors errors(String cluster, String pod, int status, Share share) {
        return PodErrors.of(cluster, "shop", pod, status, share);
    }

    @Nested
    class Repeated {
        @Test
        void triesGetToTheOthersUnlessSixDrawsAllTakeTheSameHost() {
            MeshRouter router =
                    twoPods().both(retries("{attempts: 2, retryOn: 5xx}")).router();

            MeshLoad load = load(router, errors("c1", "orders-1", 503, Share.of(1, 4)));

            // of 128 calls 64 get to the first pod, of which 16 fail; a retry gets back with 1/2^6: 1/4, and of these
            // 1/16 fail
            Share toFirst = Share.of(64, 1).plus(Share.of(1, 4)).plus(Share.of(1, 16 * 64));
            Share failing = toFirst.times(Share.of(1, 4));
            Share failed = Share.of(1, 16 * 64 * 4);
            assertThat(of(load, "c1/shop/orders-1")).isEqualTo(toFirst);
            assertThat(of(load, "c1/shop/orders-2"))
                    .isEqualTo(Share.of(128, 1).plus(failing).minus(failed).minus(toFirst));
            assertThat(load.failed()).isEqualTo(failed);
            assertThat(load.repeated()).isEqualTo(failing.minus(failed));
            assertThat(load.answered().plus(load.failed())).isEqualTo(Share.of(128, 1));
            assertThat(load.lost().isZero()).isTrue();
            assertThat(load.toText()).startsWith("""
                    nothing is broken: 128 answered, 16.06 tries repeated, 0.01 failed
                      cluster c1 144.06
                        c1/shop/orders-1 64.25 per second, 16.06 with an error
                        c1/shop/orders-2 79.81 per second
                    """);
        }

        @Test
        void triesPassGatewaysEachTime() {
            MeshRouter router = TwoSites.twoNetworks()
                    .pods("orders", "c1", "z1", 1)
                    .pods("orders", "c2", "z1", 1)
                    .both(retries("{attempts: 1, retryOn: 5xx}"))
                    .router();

            MeshLoad load = load(router, errors("c1", "orders", 500, Share.ONE));

            // the only retry gets back to the pod with 1/2^6
            assertThat(of(load, "c1/shop/orders-1")).isEqualTo(Share.of(65, 1));
            assertThat(of(load, "c2/shop/orders-1")).isEqualTo(Share.of(127, 1));
            assertThat(of(load, "c2/istio-system/ew-1")).isEqualTo(Share.of(127, 1));
            assertThat(load.failed()).isEqualTo(Share.ONE);
            assertThat(load.answered()).isEqualTo(Share.of(127, 1));
        }

        @Test
        void triesOfAWaypointPassItOnce() {
            String retries = """
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: svc, namespace: foo}
                    spec:
                      hosts: [svc.foo.svc.cluster.local]
                      http:
                      - retries: {attempts: 2, retryOn: 5xx}
                        route: [{destination: {host: svc.foo.svc.cluster.local}}]
                    """;
            MeshRouter router = AmbientMesh.with(Waypoints.waypoint(), Waypoints.service(), retries)
                    .router();
            Call call = Call.get("http://svc.foo/").from("web", "bar", "c1");

            CallTries tries = router.tries(
                    call, Conditions.healthy(), Map.of(AmbientMesh.APP, new ErrorAnswer(503, Share.of(1, 2))));

            assertThat(tries.tries())
                    .extracting(EndpointTarget::owner, EndpointTarget::share)
                    .containsExactly(tuple(AmbientMesh.APP, Share.of(7, 4)));
            assertThat(tries.passes()).containsExactly(Map.entry("c1/foo/wp-1", Share.ONE));
            assertThat(tries.failed()).isEqualTo(Share.of(1, 8));
        }

        @Test
        void triesOfPodsThatAllFailEndAfterTheLastAttempt() {
            MeshRouter router =
                    twoPods().both(retries("{attempts: 2, retryOn: 5xx}")).router();

            MeshLoad load = load(router, errors("c1", "orders", 503, Share.ONE));

            assertThat(load.clusters()).containsEntry("c1", Share.of(3 * 128, 1));
            assertThat(load.failed()).isEqualTo(Share.of(128, 1));
            assertThat(load.repeated()).isEqualTo(Share.of(2 * 128, 1));
        }

        @Test
        void triesUnderAFailureCountWhereTheyGetThen() {
            MeshRouter router = TwoSites.oneNetwork()
                    .pods("orders", "c1", "z1", 1)
                    .pods("orders", "c2", "z1", 1)
                    .policy("{outlierDetection: {maxEjectionPercent: 100}}")
                    .both(retries("{attempts: 1, retryOn: 5xx}"))
                    .router();

            CapacityAfterFailover capacity = capacity(router, errors("c1", "orders", 503, Share.of(1, 2)));

            // nothing to turn to: the retry gets to the same pod
            MeshLoad load = capacity.loads().get(0);
            assertThat(of(load, "c1/shop/orders-1")).isEqualTo(Share.of(192, 1));
            assertThat(load.failed()).isEqualTo(Share.of(32, 1));
            assertThat(capacity.notCounted())
                    .contains(
                            "that outlier detection ejects hosts of outbound|8080||orders.shop.svc.cluster.local which"
                                    + " answer with errors; conditions say which are ejected");
        }
    }

    @Nested
    class NotRepeated {
        @Test
        void isAnErrorThatThePolicyDoesNotName() {
            MeshRouter router = twoPods()
                    .both(retries("{attempts: 2, retryOn: 'gateway-error'}"))
                    .router();

            MeshLoad load = load(router, errors("c1", "orders-1", 500, Share.of(1, 4)));

            assertThat(of(load, "c1/shop/orders-1")).isEqualTo(Share.of(64, 1));
            assertThat(of(load, "c1/shop/orders-2")).isEqualTo(Share.of(64, 1));
            assertThat(load.failed()).isEqualTo(Share.of(16, 1));
            assertThat(load.repeated().isZero()).isTrue();
            assertThat(load.answered()).isEqualTo(Share.of(112, 1));
        }

        @Test
        void isAnythingWithoutRetries() {
            MeshRouter router = twoPods().both(retries("{attempts: 0}")).router();

            MeshLoad load = load(router, errors("c1", "orders", 503, Share.of(1, 4)));

            assertThat(load.clusters()).containsEntry("c1", Share.of(128, 1));
            assertThat(load.failed()).isEqualTo(Share.of(32, 1));
        }

        @Test
        void isACallOfGrpcOfWhichNobodySaysTheStatus() {
            MeshRouter router = twoPods().router();
            Call grpc = Call.http("POST", "http://orders.shop:8080/a.B/c")
                    .header("content-type", "application/grpc")
                    .from("front", "web", "c1");
            TrafficDemand demand = TrafficDemand.builder()
                    .addRate(new CallRate(grpc, Share.ONE))
                    .addErrors(errors("c1", "orders", 503, Share.ONE))
                    .build();

            CapacityAfterFailover capacity = CapacityAfterFailover.of(router, demand, List.of());

            assertThat(capacity.healthy().answered()).isEqualTo(Share.ONE);
            assertThat(capacity.notCounted())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "errors of POST http://orders.shop:8080/a.B/c from c1/web/front-1, which the retries (2 on"
                                    + " connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes) would repeat: ");
        }
    }

    @Nested
    class NotKnown {
        private List<String> notCounted(String policy, String retries) {
            return capacity(
                            twoPods().policy(policy).both(retries(retries)).router(),
                            errors("c1", "orders-1", 503, Share.of(1, 4)))
                    .notCounted();
        }

        @Test
        void isHowManyRetriesRunAtATime() {
            assertThat(notCounted("{connectionPool: {http: {maxRetries: 3}}}", "{attempts: 2, retryOn: 5xx}"))
                    .containsExactly(
                            "of the 2 retries on 5xx of a call to outbound|8080||orders.shop.svc.cluster.local, those"
                                    + " are counted too that are more than maxRetries, 3 at a time");
            assertThat(notCounted(
                            "{retryBudget: {percent: 25, minRetryConcurrency: 4}}", "{attempts: 2, retryOn: 5xx}"))
                    .containsExactly(
                            "of the 2 retries on 5xx of a call to outbound|8080||orders.shop.svc.cluster.local, those"
                                    + " are counted too that exceed the retryBudget of 25.0 % of active requests, at least 4");
            assertThat(notCounted("{}", "{attempts: 2, retryOn: 5xx}")).isEmpty();
        }

        @Test
        void isHowLongTriesTake() {
            assertThat(notCounted("{}", "{attempts: 2, retryOn: 5xx, perTryTimeout: 1s}"))
                    .singleElement()
                    .asString()
                    .startsWith("tries that fail are taken to fail at once");
        }
    }

    @Nested
    class Single {
        @Test
        void callsTellTheirTries() {
            MeshRouter router =
                    twoPods().both(retries("{attempts: 1, retryOn: 5xx}")).router();

            CallTries tries = router.tries(
                    CALL, Conditions.healthy(), Map.of("c1/shop/orders-1", new ErrorAnswer(503, Share.ONE)));

            assertThat(tries.failed()).isEqualTo(Share.of(1, 128));
            assertThat(tries.tries())
                    .extracting(each -> each.owner() + " " + each.share())
                    .containsExactly("c1/shop/orders-2 127/128", "c1/shop/orders-1 65/128");
            assertThat(tries.decision().endpoints())
                    .singleElement()
                    .satisfies(each -> assertThat(each.share()).isEqualTo(Share.of(127, 128)));
            assertThat(tries.decision().share(Outcome.Kind.REFUSED)).isEqualTo(tries.failed());
            assertThat(tries.decision().outcomes().get(1).flags()).isEqualTo("URX");
            assertThat(router.decide(CALL).isForwarded()).isTrue();
        }

        @Test
        void errorsAreSharesOfErrors() {
            assertThatIllegalArgumentException().isThrownBy(() -> new ErrorAnswer(200, Share.ONE));
            assertThatIllegalArgumentException().isThrownBy(() -> new ErrorAnswer(600, Share.ONE));
            assertThatIllegalArgumentException().isThrownBy(() -> new ErrorAnswer(503, Share.ZERO));
            assertThatIllegalArgumentException().isThrownBy(() -> new ErrorAnswer(503, Share.of(3, 2)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> load(twoPods().router(), errors("c3", "orders", 503, Share.ONE)))
                    .withMessage("the mesh has no pod of c3/shop/orders, which has errors");
        }
    }
}
