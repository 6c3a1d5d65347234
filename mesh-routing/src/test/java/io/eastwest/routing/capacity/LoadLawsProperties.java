package io.eastwest.routing.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.routing.question.TwoSites;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** No call is lost on the way into the sums, and none counts twice. */
class LoadLawsProperties {
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

    private static Share sum(MeshLoad load) {
        Share ofClusters = Share.sum(load.clusters().values());
        assertThat(load.answered()).isEqualTo(ofClusters);
        return ofClusters.plus(load.byRule()).plus(load.lost()).plus(load.notCalled());
    }
}
