package io.eastwest.testing.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.MeshRouter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What may be said of a mutant for which no call was found that tells. */
class EquivalenceTest {
    private static final MeshSnapshot KIOSK =
            MeshSnapshot.read(Path.of("src/test/resources/meshes/kiosk")).orThrow();

    private static MeshSnapshot with(String resource) {
        return KIOSK.toBuilder()
                .addManifests(
                        "east",
                        ManifestReader.strict().read("more.yaml", resource).orThrow())
                .build();
    }

    private static String resource(String group, String kind, String spec) {
        return "apiVersion: " + group + ".istio.io/v1\nkind: " + kind
                + "\nmetadata: {name: more, namespace: shop}\nspec: " + spec + "\n";
    }

    private static Mutant mutant(String kind, MutationOperator operator) {
        return Mutants.of(MeshRouter.of(KIOSK)).stream()
                .filter(each -> each.resource().kind().equals(kind) && each.operator() == operator)
                .findFirst()
                .orElseThrow();
    }

    private static EquivalenceDoubts doubts(MeshSnapshot mesh) {
        return new EquivalenceDoubts(MeshRouter.of(mesh), List.of("tea.shop.svc.cluster.local"));
    }

    @Nested
    class Doubts {
        private final Mutant swapped = mutant("VirtualService", MutationOperator.SWAP_RULES);
        private final Mutant subset = mutant("DestinationRule", MutationOperator.DELETE_SUBSET);

        private Optional<String> of(Mutant mutant, String group, String kind, String spec) {
            return doubts(with(resource(group, kind, spec))).of(mutant);
        }

        @Test
        void areNoneInAMeshWhoseCallsAreAllCompared() {
            EquivalenceDoubts doubts = doubts(KIOSK);

            assertThat(doubts.of(swapped)).isEmpty();
            assertThat(doubts.of(subset)).isEmpty();
            assertThat(doubts.of(mutant("AuthorizationPolicy", MutationOperator.DROP_CONDITION)))
                    .isEmpty();
        }

        @Test
        void areThereWhereTheSchemeCounts() {
            assertThat(
                            of(
                                    subset,
                                    "networking",
                                    "VirtualService",
                                    "{hosts: [tea], http: [{match: [{scheme: {exact: https}}], route: [{destination: {host: tea}}]}]}"))
                    .contains("rules look at what calls were not varied in: the scheme");
        }

        @Test
        void areThereForHostsOutsideOfTheMesh() {
            MeshSnapshot mesh = with(
                    resource(
                                    "networking",
                                    "ServiceEntry",
                                    "{hosts: [a.example.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}")
                            + "---\n"
                            + resource(
                                    "networking",
                                    "VirtualService",
                                    "{hosts: [a.example.com], http: [{timeout: 1s, route: [{destination: {host: a.example.com}}]}]}"));
            EquivalenceDoubts doubts = doubts(mesh);

            assertThat(Mutants.of(MeshRouter.of(mesh)))
                    .filteredOn(each -> each.resource().name().equals("more"))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(each -> assertThat(doubts.of(each))
                            .contains("calls to hosts outside of the mesh were not compared"));
            assertThat(doubts.of(swapped)).isEmpty();
        }
    }

    @Test
    void requestsAreVariedByWhatWaypointsLookAt() {
        MeshRouter ambient = MeshRouter.of(
                MeshSnapshot.read(Path.of("src/test/resources/meshes/ambient")).orThrow());

        MutationReport report = MeshMutations.of(ambient).run(router -> List.of());

        assertThat(report.with(MutantFate.SURVIVED))
                .filteredOn(result -> result.mutant().resource().name().equals("at-waypoint"))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.expectation())
                        .contains("http://svc.foo.svc.cluster.local:80/")
                        .contains("outcome: "));
        assertThat(report.with(MutantFate.SURVIVED))
                .extracting(MutationResult::because)
                .noneMatch(because -> because.contains("waypoints look at"));
    }

    @Test
    void podsWithoutAProxyTellModesOfMutualTlsApart() {
        MeshSnapshot mesh = with("""
                apiVersion: v1
                kind: Pod
                metadata: {name: cron-0, namespace: shop, labels: {app: cron}}
                spec:
                  containers: [{name: app}]
                status: {phase: Running, podIP: 10.1.1.9}
                """);
        Mutant mutant = mutant("PeerAuthentication", MutationOperator.FLIP_MUTUAL_TLS);

        DifferenceSearch.Found found = new DifferenceSearch(MeshRouter.of(mesh)).search(MeshRouter.of(mutant.in(mesh)));

        assertThat(KillingExpectation.of(found.difference().orElseThrow()).text())
                .isEqualTo("""
                        - call: {url: 'http://tea.shop.svc.cluster.local:80/', from: east/shop/cron-0}
                          expect: {outcome: refused, flags: '-'}
                        """);
    }
}
