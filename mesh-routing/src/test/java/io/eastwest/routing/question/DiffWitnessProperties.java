package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.NarrowRules;
import io.eastwest.routing.fixture.RandomRules;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a comparison of two meshes promises. */
class DiffWitnessProperties {
    private static final int CALLS = 400;

    @Provide
    Arbitrary<Long> chances() {
        return Arbitraries.longs();
    }

    @Property(tries = 25)
    void noCallThatIsAnsweredOtherwiseIsMissed(@ForAll("chances") long chance) {
        Random random = new Random(chance);
        RandomRules rules = RandomRules.of(random);
        MeshRouter before = RandomRules.router(rules.before());
        MeshRouter after = RandomRules.router(rules.after());
        BehaviouralDiff diff = BehaviouralDiff.of(before, after);

        for (int i = 0; i < CALLS; i++) {
            Call call = RandomRules.call(random);
            // what could not be tried is told, and promises nothing
            if (diff.incomplete().isEmpty()
                    && !BehaviourText.of(before.decide(call)).equals(BehaviourText.of(after.decide(call)))) {
                assertThat(diff.changes())
                        .as("%s %s in %s", call, call.request(), rules)
                        .anySatisfy(change -> assertThat(change.callers()).contains(call.caller()));
            }
        }
    }

    @Property(tries = 25)
    void noCallIsMissedThatOneValueDecides(@ForAll("chances") long chance) {
        Random random = new Random(chance);
        NarrowRules rules = NarrowRules.of(random);
        MeshRouter before = RandomRules.router(rules.before());
        MeshRouter after = RandomRules.router(rules.after());
        BehaviouralDiff diff = BehaviouralDiff.of(before, after);

        assertThat(diff.incomplete()).as(rules.toString()).isEmpty();
        for (int i = 0; i < CALLS / 2; i++) {
            Call call = NarrowRules.call(random);
            List<String> one = BehaviourText.of(before.decide(call));
            List<String> other = BehaviourText.of(after.decide(call));
            if (!one.equals(other)) {
                assertThat(diff.changes())
                        .as("%s %s in %s", call, call.request(), rules)
                        .anySatisfy(change -> {
                            assertThat(change.callers()).contains(call.caller());
                            assertThat(change.before()).startsWith(one.get(0));
                            assertThat(change.after()).startsWith(other.get(0));
                        });
            }
        }
    }

    @Property(tries = 10)
    void aMeshIsNotDifferentFromItself(@ForAll("chances") long chance) {
        RandomRules rules = RandomRules.of(new Random(chance));

        assertThat(BehaviouralDiff.of(RandomRules.router(rules.before()), RandomRules.router(rules.before()))
                        .changes())
                .as(rules.toString())
                .isEmpty();
    }

    @Property(tries = 10)
    void everyWitnessShowsItsChange(@ForAll("chances") long chance) {
        RandomRules rules = RandomRules.of(new Random(chance));
        MeshRouter before = RandomRules.router(rules.before());
        MeshRouter after = RandomRules.router(rules.after());

        assertThat(BehaviouralDiff.of(before, after).changes())
                .allSatisfy(change -> assertThat(LaterBehaviour.of(
                                                new CallWatch(before).observe(change.witness(), change.conditions()),
                                                true)
                                        .equals(LaterBehaviour.of(
                                                new CallWatch(after).observe(change.witness(), change.conditions()),
                                                true))
                                && BehaviourText.of(before.decide(change.witness()))
                                        .equals(BehaviourText.of(after.decide(change.witness()))))
                        .as(change.toText())
                        .isFalse());
    }
}
