package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.ExplanationSchema;
import io.eastwest.routing.fixture.RandomTown;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of the JSON form of explanations of calls into small meshes that chance makes. */
class ExplanationJsonProperties {
    private static final int TRIES = 25;

    @Provide
    Arbitrary<RandomTown> towns() {
        return Arbitraries.randomValue(RandomTown::of);
    }

    @Provide
    Arbitrary<Conditions> conditions() {
        return Arbitraries.of(
                Conditions.healthy(),
                Conditions.clusterDown("c1"),
                Conditions.podDown("c1/shop/client").and(Conditions.workloadDown("c1", "web", "client")));
    }

    private static List<Explanation> explanations(RandomTown town, Conditions conditions) {
        MeshRouter router = MeshRouter.of(SmallMesh.snapshot(town.with()));
        return town.calls().stream()
                .map(call -> router.explain(call, conditions))
                .toList();
    }

    @Property(tries = TRIES, seed = "11", shrinking = ShrinkingMode.OFF)
    void readingWhatWasWrittenGivesTheSame(
            @ForAll("towns") RandomTown town, @ForAll("conditions") Conditions conditions) {
        for (Explanation explanation : explanations(town, conditions)) {
            String json = explanation.toJson();

            Explanation read = Explanation.fromJson(json);

            assertThat(read).isEqualTo(explanation);
            assertThat(read.toJson()).isEqualTo(json);
            assertThat(read.toText()).isEqualTo(explanation.toText());
        }
    }

    @Property(tries = TRIES, seed = "12", shrinking = ShrinkingMode.OFF)
    void whatIsWrittenKeepsTheSchema(@ForAll("towns") RandomTown town, @ForAll("conditions") Conditions conditions) {
        for (Explanation explanation : explanations(town, conditions)) {
            assertThat(ExplanationSchema.violations(explanation.toJson())).isEmpty();
        }
    }
}
