package io.eastwest.render.intent;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static io.eastwest.render.intent.IntentMeshes.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.render.intent.LockDown.Measure;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TrafficIntentProperties {
    private static final MeshSnapshot MESH = IntentMeshes.withStrangers(IntentMeshes.withNewVersion());

    @Property(tries = 60)
    void applyingAnIntentTwiceIsApplyingItOnce(@ForAll("intents") TrafficIntent intent) {
        IntentManifests once = IntentManifests.of(MESH, List.of(intent));
        IntentManifests twice = IntentManifests.of(once.tree().snapshot(), List.of(intent));

        assertThat(twice.tree()).isEqualTo(once.tree());
    }

    @Property(tries = 60)
    void intentsThatDoNotExcludeEachOtherComeToTheSameInAnyOrder(
            @ForAll("routes") TrafficIntent routes,
            @ForAll("callers") TrafficIntent callers,
            @ForAll("localities") TrafficIntent localities) {
        MeshSnapshot first =
                IntentManifests.of(MESH, List.of(routes, callers, localities)).snapshot();
        MeshSnapshot second =
                IntentManifests.of(MESH, List.of(localities, callers, routes)).snapshot();

        for (String cluster : List.of("c1", "c2")) {
            for (String path : List.of("/", "/orders")) {
                Call call = Call.get("http://" + BACKEND + ":8080" + path).from("frontend", "shop", cluster);
                assertThat(shares(second, call)).isEqualTo(shares(first, call));
            }
        }
    }

    @Property(tries = 40)
    void newVersionsTakeWhatTheyShallAtEveryStep(
            @ForAll @IntRange(min = 0, max = 100) int percent, @ForAll @IntRange(min = 0, max = 100) int next) {
        Canary canary = Canary.version(BACKEND, "v1", "v2");
        MeshSnapshot one = IntentManifests.of(MESH, List.of(canary.at(percent))).snapshot();
        MeshSnapshot two = IntentManifests.of(one, List.of(canary.at(next))).snapshot();

        for (String cluster : List.of("c1", "c2")) {
            Call call = Call.get("http://" + BACKEND + ":8080/").from("frontend", "shop", cluster);
            assertThat(shares(two, call).getOrDefault("c2/shop/backend-v2-1", Share.ZERO))
                    .isEqualTo(Share.of(next, 100));
        }
    }

    private static Map<String, Share> shares(MeshSnapshot mesh, Call call) {
        Decision decision = MeshRouter.of(mesh).decide(call);
        Map<String, Share> shares = new LinkedHashMap<>();
        decision.endpoints().forEach(target -> shares.merge(target.owner(), target.share(), Share::plus));
        return shares;
    }

    @Provide
    Arbitrary<TrafficIntent> intents() {
        return Arbitraries.oneOf(routes(), callers(), localities());
    }

    @Provide
    Arbitrary<TrafficIntent> routes() {
        Arbitrary<Integer> percents = Arbitraries.integers().between(0, 100);
        return Arbitraries.oneOf(
                percents.map(percent -> Canary.version(BACKEND, "v1", "v2").at(percent)),
                percents.map(percent ->
                        Canary.cluster(BACKEND, "c2", "c1").at(percent).optIn("x-new", "yes")),
                Arbitraries.integers()
                        .between(1, 100)
                        .map(percent -> MirrorCalls.cluster(BACKEND, "c1", "c2").at(percent)),
                Arbitraries.of(
                        BlueGreen.clusters(BACKEND, "c1", "c2"),
                        BlueGreen.clusters(BACKEND, "c2", "c1").testHeader("x-color"),
                        PartitionBySource.own(BACKEND, "c1", "c2")));
    }

    @Provide
    Arbitrary<TrafficIntent> callers() {
        Arbitrary<Set<String>> namespaces = Arbitraries.of("shop", "common").set();
        Arbitrary<Set<Measure>> measures = Arbitraries.of(Measure.class).set().ofMinSize(1);
        return Combinators.combine(Arbitraries.of(BACKEND, CATALOG), namespaces, measures)
                .as((host, named, done) -> new LockDown(host, named, new TreeSet<>(), done));
    }

    @Provide
    Arbitrary<TrafficIntent> localities() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("region1/*", 70);
        shares.put("region2/*", 30);
        return Arbitraries.of(
                PreferLocal.cluster(BACKEND),
                PreferLocal.region(BACKEND).failingOver("region1", "region2"),
                DistributeByPercent.of(BACKEND, "region1/*", shares));
    }
}
