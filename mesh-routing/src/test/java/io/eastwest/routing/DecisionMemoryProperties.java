package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.fixture.AlikeCalls;
import io.eastwest.routing.fixture.RandomTown;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of what a router remembers, in meshes that chance makes; the seeds are fixed. */
class DecisionMemoryProperties {
    private static final int TRIES = 25;
    private static final List<Conditions> CONDITIONS = List.of(
            Conditions.healthy(),
            Conditions.workloadDown("c1", "shop", "a"),
            Conditions.podDown("c1/shop/b-1").and(Conditions.podDown("c1/web/c-1")));

    @Provide
    Arbitrary<RandomTown> towns() {
        return Arbitraries.randomValue(RandomTown::of);
    }

    @Provide
    Arbitrary<Random> chances() {
        return Arbitraries.longs().map(Random::new);
    }

    private static List<Call> calls(RandomTown town, Random random) {
        List<Call> calls = new ArrayList<>();
        town.calls().forEach(call -> calls.addAll(AlikeCalls.of(call)));
        Collections.shuffle(calls, random);
        return calls;
    }

    @Property(tries = TRIES, seed = "11", shrinking = ShrinkingMode.OFF)
    void whatWasAskedBeforeChangesNoDecision(@ForAll("towns") RandomTown town, @ForAll("chances") Random random) {
        MeshSnapshot snapshot = SmallMesh.snapshot(town.with());
        MeshRouter router = MeshRouter.of(snapshot);
        List<Call> calls = calls(town, random);

        for (int i = 0; i < 2 * calls.size(); i++) {
            Call call = calls.get(i % calls.size());
            Conditions conditions = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
            assertThat(router.decide(call, conditions))
                    .isEqualTo(router.explain(call, conditions).decision());
        }
        Call last = calls.get(0);
        assertThat(router.decide(last)).isEqualTo(MeshRouter.of(snapshot).decide(last));
    }

    @Property(tries = TRIES, seed = "12", shrinking = ShrinkingMode.OFF)
    void twoThreadsGetEqualDecisions(@ForAll("towns") RandomTown town, @ForAll("chances") Random random) {
        MeshRouter router = MeshRouter.of(SmallMesh.snapshot(town.with()));
        List<Call> calls = calls(town, random);

        CompletableFuture<List<Decision>> other = CompletableFuture.supplyAsync(() -> decisions(router, calls));
        List<Decision> own = decisions(router, calls);

        assertThat(other.join()).isEqualTo(own);
    }

    private static List<Decision> decisions(MeshRouter router, List<Call> calls) {
        return calls.stream().map(router::decide).toList();
    }
}
