package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.RandomTown;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of decisions in any mesh, tried on small ones that chance makes; the seeds are fixed. */
class RoutingLawsProperties {
    private static final int TRIES = 25;

    @Provide
    Arbitrary<RandomTown> towns() {
        return Arbitraries.randomValue(RandomTown::of);
    }

    private static List<Decision> decisions(MeshRouter router, RandomTown town) {
        return town.calls().stream().map(router::decide).toList();
    }

    private static List<Decision> decisions(RandomTown town, String... more) {
        return decisions(MeshRouter.of(SmallMesh.snapshot(town.with(more))), town);
    }

    @Property(tries = TRIES, seed = "1", shrinking = ShrinkingMode.OFF)
    void anUnrelatedRuleChangesNoDecision(@ForAll("towns") RandomTown town, @ForAll("unrelated") String unrelated) {
        assertThat(decisions(town, unrelated)).isEqualTo(decisions(town));
    }

    @Provide
    Arbitrary<String> unrelated() {
        return Arbitraries.of("shop/unrelated@0", "web/aaa@1", "zoo/unrelated@2")
                .flatMap(key -> Arbitraries.of("['*']", "['.']", "[web]")
                        .map(exportTo -> SmallMesh.rules(
                                key,
                                "{hosts: [unrelated.example.com, '*.example.org'], exportTo: " + exportTo
                                        + ", http: [{route: [{destination: {host: unrelated.example.com}}]}]}")));
    }

    @Property(tries = TRIES, seed = "2", shrinking = ShrinkingMode.OFF)
    void theOrderOfDocumentsDoesNotMatter(@ForAll("towns") RandomTown town, @ForAll("chances") Random random) {
        List<String> shuffled = new ArrayList<>(town.manifests());
        Collections.shuffle(shuffled, random);

        MeshRouter router = MeshRouter.of(SmallMesh.snapshot(shuffled.toArray(String[]::new)));

        assertThat(decisions(router, town)).isEqualTo(decisions(town));
    }

    @Provide
    Arbitrary<Random> chances() {
        return Arbitraries.longs().map(Random::new);
    }

    @Property(tries = TRIES, seed = "3", shrinking = ShrinkingMode.OFF)
    void sharesSumToOneExactly(@ForAll("towns") RandomTown town) {
        for (Decision decision : decisions(town)) {
            assertThat(Share.sum(
                            decision.outcomes().stream().map(Outcome::share).toList()))
                    .isEqualTo(Share.ONE);
            assertThat(Share.sum(decision.endpoints().stream()
                            .map(EndpointTarget::share)
                            .toList()))
                    .isEqualTo(decision.share(Outcome.Kind.FORWARDED));
            assertThat(Share.sum(decision.firstLeg().outcomes().stream()
                            .map(Outcome::share)
                            .toList()))
                    .isEqualTo(Share.ONE);
        }
    }

    @Property(tries = TRIES, seed = "4", shrinking = ShrinkingMode.OFF)
    void explainingDoesNotChangeTheDecision(@ForAll("towns") RandomTown town) {
        MeshRouter router = MeshRouter.of(SmallMesh.snapshot(town.with()));

        for (Call call : town.calls()) {
            assertThat(router.explain(call).decision()).isEqualTo(router.decide(call));
        }
    }

    @Property(tries = TRIES, seed = "5", shrinking = ShrinkingMode.OFF)
    void everyTraceEndsInTheDecision(@ForAll("towns") RandomTown town) {
        MeshRouter router = MeshRouter.of(SmallMesh.snapshot(town.with()));

        for (Call call : town.calls()) {
            Explanation explanation = router.explain(call);
            ProxyAnswer answer = explanation.decision().firstLeg();
            List<TraceStep> steps = ofFirstProxy(explanation.steps());

            assertThat(lastTaken(steps, TraceStep.Stage.LISTENER)).isEqualTo(answer.listener());
            assertThat(lastTaken(steps, TraceStep.Stage.FILTER_CHAIN)).isEqualTo(answer.filterChain());
            assertThat(lastTaken(steps, TraceStep.Stage.VIRTUAL_HOST)).isEqualTo(answer.virtualHost());
            assertThat(lastTaken(steps, TraceStep.Stage.ROUTE))
                    .isEqualTo(answer.route().map(route -> route.name()));
            assertThat(candidates(steps, TraceStep.Stage.CLUSTER))
                    .isEqualTo(answer.clusters().stream()
                            .map(cluster -> cluster.cluster().isPresent() + " " + cluster.name())
                            .toList());
            assertThat(candidates(steps, TraceStep.Stage.ENDPOINT))
                    .containsAll(answer.endpoints().stream()
                            .map(target -> "true " + target.endpoint().address())
                            .toList());
            assertThat(explanation.steps())
                    .extracting(TraceStep::proxy)
                    .containsAll(explanation.decision().endpoints().stream()
                            .flatMap(target -> target.hops().stream())
                            .filter(hop ->
                                    hop.kind() == Hop.Kind.CLIENT_SIDECAR || hop.kind() == Hop.Kind.SERVER_SIDECAR)
                            .map(Hop::proxy)
                            .toList());
        }
    }

    private static List<TraceStep> ofFirstProxy(List<TraceStep> steps) {
        return steps.stream()
                .takeWhile(step -> step.proxy().equals(steps.get(0).proxy()))
                .toList();
    }

    private static Optional<String> lastTaken(List<TraceStep> steps, TraceStep.Stage stage) {
        return steps.stream()
                .filter(step -> step.stage() == stage && step.taken())
                .map(TraceStep::candidate)
                .reduce((first, last) -> last);
    }

    private static List<String> candidates(List<TraceStep> steps, TraceStep.Stage stage) {
        return steps.stream()
                .filter(step -> step.stage() == stage)
                .map(step -> step.taken() + " " + step.candidate())
                .toList();
    }

    @Property(tries = TRIES, seed = "6", shrinking = ShrinkingMode.OFF)
    void writingAndReadingAMeshKeepsItsDecisions(@ForAll("towns") RandomTown town) throws IOException {
        MeshSnapshot mesh = SmallMesh.snapshot(town.with());
        Path folder = Files.createTempDirectory("town");
        try {
            mesh.toFiles().writeTo(folder);
            MeshSnapshot read =
                    MeshSnapshot.read(folder, ManifestReader.pruning()).orThrow();

            assertThat(decisions(MeshRouter.of(read), town)).isEqualTo(decisions(MeshRouter.of(mesh), town));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
