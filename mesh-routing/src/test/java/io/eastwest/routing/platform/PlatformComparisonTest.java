package io.eastwest.routing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that shows where a mesh differs from the redundancy of the platform. */
class PlatformComparisonTest {
    private static final Conditions BACK_IN_A = down("a", "back");

    private static Conditions down(String cluster, String app) {
        return Conditions.workloadDown(cluster, "shop", app);
    }

    private static PlatformComparison compare(String level, String whenAllDown, PlatformOutage outage) {
        return TwoClusterShop.probing(level, whenAllDown)
                .router()
                .compare(TwoClusterShop.REQUEST, TwoClusterShop.CALLS, outage);
    }

    private static Conditions conditions(String name) {
        return switch (name) {
            case "all up" -> Conditions.healthy();
            case "back in a" -> BACK_IN_A;
            case "front in a" -> down("a", "front");
            case "back in a, front in b" -> BACK_IN_A.and(down("b", "front"));
            case "back in both" -> BACK_IN_A.and(down("b", "back"));
            case "cluster a" -> Conditions.clusterDown("a");
            case "link" -> Conditions.linkCut("n1", "n2");
            case "back in a, link" -> BACK_IN_A.and(Conditions.linkCut("n1", "n2"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest(name = "{0} is down: {1} lost with H2, {2} with H3, {3} with the mesh")
    @CsvSource(
            delimiter = '|',
            value = {
                "all up                | 0   | 0 | 0",
                "back in a             | 1/2 | 0 | 0",
                "front in a            | 0   | 0 | 0",
                "back in a, front in b | 1   | 1 | 0",
                "back in both          | 1   | 1 | 1",
                "cluster a             | 0   | 0 | 0",
                "link                  | 0   | 0 | 0",
                "back in a, link       | 1/2 | 0 | 1/2",
            })
    void requestsAreLost(String broken, String lostWithH2, String lostWithH3, String lostWithTheMesh) {
        PlatformOutage outage = PlatformOutage.of(conditions(broken));

        PlatformComparison shallow = compare("H2", "RETURN_ALL", outage);
        PlatformComparison deep = compare("H3", "RETURN_ALL", outage);

        assertThat(shallow.platform().lost()).hasToString(lostWithH2);
        assertThat(deep.platform().lost()).hasToString(lostWithH3);
        assertThat(shallow.mesh().lost()).hasToString(lostWithTheMesh);
        for (EntryResult result : new EntryResult[] {shallow.platform(), deep.platform(), shallow.mesh()}) {
            assertThat(result.served().plus(result.lost())).isEqualTo(Share.ONE);
        }
    }

    @Test
    void aDeepProbeMovesTheWholeClusterForOneBackend() {
        EntryResult result =
                compare("H3", "RETURN_ALL", PlatformOutage.of(BACK_IN_A)).platform();

        assertThat(result.landingIn("a")).isEqualTo(Share.ZERO);
        assertThat(result.landingIn("b")).isEqualTo(Share.ONE);
    }

    @Test
    void theMeshKeepsUsingTheBackendOfAClusterWhoseEntryIsDrained() {
        PlatformRouter router = TwoClusterShop.probing("H2", "RETURN_ALL").router();
        PlatformOutage outage = PlatformOutage.of(down("a", "front").and(down("b", "back")));

        assertThat(router.withoutMesh(TwoClusterShop.REQUEST, TwoClusterShop.CALLS, outage)
                        .lost())
                .isEqualTo(Share.ONE);
        assertThat(router.withMesh(TwoClusterShop.REQUEST, TwoClusterShop.CALLS, outage)
                        .served())
                .isEqualTo(Share.ONE);
    }

    @Nested
    class PodsThatAreReadyButBroken {
        private final PlatformOutage allOfA = PlatformOutage.builder()
                .addBroken("a/shop/back-1", "a/shop/back-2")
                .build();

        @Test
        void areLostWhereTheyAreWithoutTheMesh() {
            PlatformComparison comparison = compare("H2", "RETURN_ALL", allOfA);

            assertThat(comparison.platform().losses())
                    .containsExactly(new EntryLoss(
                            EntryLoss.Cause.CALL_FAILED, "a", "pods of shop/back answer with errors", Share.of(1, 2)));
            assertThat(comparison.mesh().lost()).isEqualTo(Share.ZERO);
        }

        @Test
        void takeTheirShareOfRequestsOnly() {
            PlatformOutage one =
                    PlatformOutage.builder().addBroken("a/shop/back-1").build();

            assertThat(compare("H2", "RETURN_ALL", one).platform().lost()).isEqualTo(Share.of(1, 4));
        }

        @Test
        void atTheEntryAreLostWithTheMeshToo() {
            PlatformOutage one =
                    PlatformOutage.builder().addBroken("a/shop/front-1").build();

            PlatformComparison comparison = compare("H2", "RETURN_ALL", one);

            assertThat(comparison.platform().lost()).isEqualTo(Share.of(1, 4));
            assertThat(comparison.mesh().lost()).isEqualTo(Share.of(1, 4));
        }
    }

    @Test
    void beforeItsDetectionAClusterThatIsLostTakesItsRequestsWithIt() {
        PlatformOutage early = PlatformOutage.builder()
                .conditions(Conditions.clusterDown("a"))
                .detected(false)
                .build();

        assertThat(compare("H2", "RETURN_ALL", early).mesh().losses())
                .containsExactly(
                        new EntryLoss(EntryLoss.Cause.ROUTER_DOWN, "a", "the router does not answer", Share.of(1, 2)));
    }

    @Test
    void globalDnsThatFailsClosedAnswersNoAddress() {
        PlatformOutage outage = PlatformOutage.of(BACK_IN_A.and(down("b", "front")));

        EntryResult result = compare("H3", "RETURN_NONE", outage).platform();

        assertThat(result.landings()).isEmpty();
        assertThat(result.losses()).extracting(EntryLoss::cause).containsExactly(EntryLoss.Cause.NO_ADDRESS);
    }

    /** The example of {@code docs/platform.md}. */
    @Test
    void theTextTellsBoth() {
        MeshRouter router = TwoClusterShop.probing("H2", "RETURN_ALL").mesh();

        PlatformRouter platform = PlatformRouter.of(router);
        AppGraph calls = AppGraph.empty().calls("shop/front", AppCall.to("shop/back", 8080));
        PlatformComparison both = platform.compare(
                PlatformRequest.to("shop.example.com"),
                calls,
                PlatformOutage.of(Conditions.workloadDown("a", "shop", "back")));
        String table = both.toText();

        assertThat(table).isEqualTo("""
                shop.example.com/ when workload a/shop/back is down
                  platform: served 1/2, lost 1/2 CALL_FAILED in a: no pod of shop/back is ready
                  mesh: served 1
                """);
    }
}
