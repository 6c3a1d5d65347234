package io.eastwest.pki.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.MeshTrust;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RootRotationProperties {
    private static final List<String> NAMES =
            IntStream.rangeClosed(1, 6).mapToObj(i -> "cluster-" + i).toList();
    private static final MeshTrust OLD = Fixtures.mesh("Old Root", NAMES.toArray(String[]::new));
    private static final MeshTrust NEW = Fixtures.mesh("New Root", NAMES.toArray(String[]::new));

    @Property(tries = 10)
    void noReachableStateBreaksAPair(@ForAll @IntRange(min = 2, max = 6) int clusters, @ForAll Random order) {
        RotationPlan plan = plan(clusters, order);

        RotationSimulation simulation = plan.simulate(Fixtures.ISSUER);

        assertThat(simulation.isSafe()).as(simulation.toText()).isTrue();
        assertThat(simulation.endsWhole()).isTrue();
        assertThat(simulation.states()).hasSize(3 * (int) Math.pow(3, clusters) - 2);
    }

    @Property(tries = 10)
    void leavingOneStepOutBreaksAPair(
            @ForAll @IntRange(min = 2, max = 4) int clusters,
            @ForAll @IntRange(min = 1, max = 2) int leftOut,
            @ForAll Random order) {
        RotationPlan plan = plan(clusters, order);
        List<RotationStep> steps = new ArrayList<>(plan.steps());
        steps.remove(leftOut);

        RotationSimulation simulation = new RotationPlan(
                        plan.title(), plan.stages().get(0), steps, true, plan.settings(), List.of())
                .simulate(Fixtures.ISSUER);

        assertThat(simulation.isSafe()).isFalse();
    }

    private static RotationPlan plan(int clusters, Random order) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, order);
        List<String> some = names.subList(0, clusters);
        return RootRotation.plan(
                some.stream().map(OLD::bundle).toList(),
                some.stream().map(NEW::bundle).toList(),
                RotationSettings.defaults(),
                Fixtures.NOW);
    }
}
