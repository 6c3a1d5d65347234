package io.eastwest.routing.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.routing.Call;
import io.eastwest.routing.ErrorAnswer;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.routing.question.TwoSites;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** No call is lost on the way into the sums, and none counts twice. */
class LoadLawsProperties {
    private static final String RETRIES = SmallMesh.rules(
            "shop/orders",
            "{hosts: [orders], http: [{retries: {attempts: 2, retryOn: 5xx}, route: [{destination: {host: orders}}]}]}");

    /** A mesh and what is asked of it by chance. */
    private record Town(MeshRouter router, TrafficDemand demand) {
        static Town of(Random random) {
            TwoSites sites = random.nextBoolean() ? TwoSites.oneNetwork() : TwoSites.twoNetworks();
            for (String service : List.of("orders", "stock")) {
                for (String cluster : List.of("c1", "c2")) {
                    sites.pods(service, cluster, "z1", 1 + random.nextInt(2));
                    sites.pods(service, cluster, "z2", random.nextInt(3));
                }
            }
            sites.policy(random.nextBoolean() ? "{}" : "{outlierDetection: {maxEjectionPercent: 100}}");
            if (random.nextBoolean()) {
                sites.both(RETRIES);
            }
            TrafficDemandBuilder demand = TrafficDemand.builder();
            for (String cluster : List.of("c1", "c2")) {
                demand.addRate(new CallRate(TwoSites.orders(cluster), Share.of(random.nextInt(50), 7)));
                demand.addRate(new CallRate(
                        Call.get("http://stock.shop:8080/").from("orders", "shop", cluster),
                        Share.of(random.nextInt(50), 3)));
            }
            return new Town(sites.router(), demand.build());
        }
    }

    @Provide
    Arbitrary<Town> towns() {
        return Arbitraries.randomValue(Town::of);
    }

    @Property(tries = 25, seed = "1", shrinking = ShrinkingMode.OFF)
    void everyLoadSumsToTheDemand(@ForAll("towns") Town town) {
        CapacityAfterFailover capacity = CapacityAfterFailover.of(
                town.router(), town.demand(), MeshFailures.of(town.router(), Kind.POD, Kind.ZONE, Kind.CLUSTER));

        assertThat(sum(capacity.healthy())).isEqualTo(town.demand().total());
        assertThat(capacity.loads())
                .allSatisfy(
                        load -> assertThat(sum(load)).isEqualTo(town.demand().total()));
    }

    @Property(tries = 15, seed = "1", shrinking = ShrinkingMode.OFF)
    void everyLoadSumsToTheDemandWhenTriesAreRepeated(@ForAll("towns") Town town, @ForAll("errors") PodErrors errors) {
        TrafficDemand demand = town.demand().toBuilder().addErrors(errors).build();
        CapacityAfterFailover capacity = CapacityAfterFailover.of(
                town.router(), demand, MeshFailures.of(town.router(), Kind.ZONE, Kind.CLUSTER));

        assertThat(sum(capacity.healthy())).isEqualTo(town.demand().total());
        assertThat(capacity.loads())
                .allSatisfy(
                        load -> assertThat(sum(load)).isEqualTo(town.demand().total()));
    }

    @Property(tries = 15, seed = "1", shrinking = ShrinkingMode.OFF)
    void errorsThatNobodyRepeatsMoveNoLoad(@ForAll("towns") Town town, @ForAll("errors") PodErrors errors) {
        ErrorAnswer notRepeated = new ErrorAnswer(404, errors.error().share());
        PodErrors some = new PodErrors(errors.cluster(), errors.namespace(), errors.workload(), notRepeated);
        TrafficDemand demand = town.demand().toBuilder().addErrors(some).build();

        MeshLoad without = CapacityAfterFailover.of(town.router(), town.demand(), List.of())
                .healthy();
        MeshLoad with =
                CapacityAfterFailover.of(town.router(), demand, List.of()).healthy();

        assertThat(with.clusters()).isEqualTo(without.clusters());
        assertThat(with.pods())
                .extracting(PodLoad::pod, PodLoad::perSecond)
                .isEqualTo(without.pods().stream()
                        .map(pod -> tuple(pod.pod(), pod.perSecond()))
                        .toList());
        assertThat(with.repeated().isZero()).isTrue();
        assertThat(with.answered().plus(with.failed())).isEqualTo(without.answered());
    }

    @Provide
    Arbitrary<PodErrors> errors() {
        return Combinators.combine(
                        Arbitraries.of("c1", "c2"),
                        Arbitraries.of("orders", "orders-1", "stock"),
                        Arbitraries.of(500, 503),
                        Arbitraries.integers().between(1, 7))
                .as((cluster, workload, status, sevenths) ->
                        PodErrors.of(cluster, "shop", workload, status, Share.of(sevenths, 7)));
    }

    private static Share sum(MeshLoad load) {
        Share ofClusters = Share.sum(load.clusters().values());
        assertThat(load.answered().plus(load.failed()).plus(load.repeated())).isEqualTo(ofClusters);
        return load.answered()
                .plus(load.failed())
                .plus(load.byRule())
                .plus(load.lost())
                .plus(load.notCalled());
    }
}
