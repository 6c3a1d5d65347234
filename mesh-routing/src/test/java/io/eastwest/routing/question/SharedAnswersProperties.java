package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.view.WorkloadInstance;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That failures which do the same to the ways of a call share an answer changes no cell of any matrix. */
class SharedAnswersProperties {
    private static final int TARGETS = 4;

    private static void assertEveryCellIsThatOfItsOwnQuestion(MeshRouter router, MatrixAxes axes) {
        MeshPods pods = new MeshPods(router);
        CallSurvey survey = new CallSurvey(router, pods);
        for (MatrixRow row : FailureMatrix.of(router, axes).rows()) {
            WorkloadInstance caller = router.workload(row.call().caller());
            String id = MeshPods.id(caller);
            if (!router.isDown(id, axes.base())) {
                assertThat(row.healthy()).isEqualTo(survey.ask(row.call(), id, axes.base()));
            }
            for (int i = 0; i < row.cells().size(); i++) {
                Conditions conditions = axes.base().and(axes.failures().get(i).conditions());
                if (!router.isDown(id, conditions)) {
                    assertThat(row.cells().get(i).result())
                            .describedAs("%s when %s", row.call(), conditions)
                            .isEqualTo(survey.ask(row.call(), id, conditions));
                }
            }
        }
    }

    /** Two sites with pods, policies and failures by chance. */
    private record Sites(TwoSites sites, String policy, Random random) {
        static Sites of(Random random) {
            TwoSites sites = random.nextBoolean() ? TwoSites.oneNetwork() : TwoSites.twoNetworks();
            for (String service : List.of("orders", "stock")) {
                for (String cluster : List.of("c1", "c2")) {
                    for (String zone : List.of("z1", "z2")) {
                        sites.pods(service, cluster, zone, random.nextInt(4));
                    }
                }
            }
            String policy = List.of(
                            "{}",
                            "{outlierDetection: {}}",
                            "{outlierDetection: {maxEjectionPercent: 50}}",
                            "{outlierDetection: {maxEjectionPercent: 100, minHealthPercent: 40}}",
                            "{outlierDetection: {maxEjectionPercent: 34, minHealthPercent: 90}}",
                            "{loadBalancer: {localityLbSetting: {failoverPriority: [topology.istio.io/cluster]}},"
                                    + " outlierDetection: {maxEjectionPercent: 100}}",
                            "{loadBalancer: {simple: RANDOM}, outlierDetection: {maxEjectionPercent: 100}}",
                            "{loadBalancer: {localityLbSetting: {distribute: [{from: 'r1/*', to: {'r1/*': 80, 'r2/*': 20}}]}},"
                                    + " outlierDetection: {maxEjectionPercent: 100}}")
                    .get(random.nextInt(8));
            return new Sites(sites.policy(policy), policy, random);
        }
    }

    @Provide
    Arbitrary<Sites> sites() {
        return Arbitraries.randomValue(Sites::of);
    }

    @Property(tries = 40, seed = "1", shrinking = ShrinkingMode.OFF)
    void inMeshesByChance(@ForAll("sites") Sites sites) {
        MeshRouter router = sites.sites().router();
        List<MeshFailure> failures = new ArrayList<>(MeshFailures.of(router, Kind.values()));
        List<MeshFailure> pods = MeshFailures.of(router, Kind.POD);
        for (int i = 0; i < 10; i++) {
            Conditions several = Conditions.healthy();
            for (int j = 0; j < 3; j++) {
                several = several.and(
                        pods.get(sites.random().nextInt(pods.size())).conditions());
            }
            failures.add(MeshFailure.given("pods " + i, several));
        }
        MatrixAxes axes = MatrixAxes.of(router);

        assertEveryCellIsThatOfItsOwnQuestion(
                router, axes.toBuilder().addAllFailures(failures).build());
    }

    @Property(tries = 15, seed = "2", shrinking = ShrinkingMode.OFF)
    void whenSomethingIsBrokenAnyway(@ForAll("sites") Sites sites) {
        MeshRouter router = sites.sites().router();
        List<MeshFailure> pods = MeshFailures.of(router, Kind.POD);
        Conditions base = pods.get(sites.random().nextInt(pods.size())).conditions();

        assertEveryCellIsThatOfItsOwnQuestion(
                router, MatrixAxes.of(router).toBuilder().base(base).build());
    }

    static Stream<Path> recorded() throws IOException, URISyntaxException {
        URI root = Objects.requireNonNull(SharedAnswersProperties.class.getResource("/parity/README.md"))
                .toURI();
        try (Stream<Path> files = Files.walk(Path.of(root).getParent())) {
            return files.filter(file -> file.endsWith("topology.yaml")).map(Path::getParent).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void inRecordedMeshes(Path folder) {
        MeshSnapshot snapshot =
                MeshSnapshot.read(folder, ManifestReader.pruning()).value().orElseThrow();
        MeshRouter router = MeshRouter.of(snapshot);
        MatrixAxes all = MatrixAxes.of(router);
        List<CallTarget> targets = all.targets();
        List<Caller> callers = all.callers();
        MatrixAxes axes = MatrixAxes.builder()
                .targets(targets.subList(0, Math.min(TARGETS, targets.size())))
                .callers(callers.subList(0, Math.min(2, callers.size())))
                .failures(MeshFailures.of(router, Kind.values()))
                .build();

        assertEveryCellIsThatOfItsOwnQuestion(router, axes);
    }
}
