package io.eastwest.testing.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.testing.expect.MeshExpectations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshMutationsTest {
    private static final Path KIOSK = Path.of("src/test/resources/meshes/kiosk");
    private static final MeshRouter ROUTER =
            MeshRouter.of(MeshSnapshot.read(KIOSK).orThrow());
    private static final MeshExpectations SUITE =
            MeshExpectations.read(KIOSK.resolve("expect.yaml")).orThrow();
    private static final MutationReport REPORT = MeshMutations.of(ROUTER).run(SUITE::failing);

    private static List<String> with(MutantFate fate) {
        return REPORT.with(fate).stream()
                .map(result -> result.mutant().operator()
                        + " "
                        + result.mutant().resource().kind()
                        + " "
                        + result.mutant().path())
                .toList();
    }

    private static MutationResult result(MutationOperator operator, String path) {
        return REPORT.results().stream()
                .filter(each -> each.mutant().operator() == operator
                        && each.mutant().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mutantsThatFailATestAreKilledByIt() {
        assertThat(with(MutantFate.KILLED))
                .contains(
                        "DELETE_RESOURCE VirtualService ",
                        "DELETE_RULE VirtualService spec.http[0]",
                        "DELETE_MATCH VirtualService spec.http[0].match[1]",
                        "SHIFT_WEIGHT VirtualService spec.http[2].route[0]",
                        "DELETE_SUBSET DestinationRule spec.subsets[1]",
                        "FLIP_ACTION AuthorizationPolicy spec.action");
        assertThat(result(MutationOperator.SHIFT_WEIGHT, "spec.http[2].route[0]")
                        .killers())
                .containsExactly("most tea is of the first version [expect.yaml:7:5]");
    }

    @Test
    void mutantsThatNoTestSeesSurvive() {
        assertThat(with(MutantFate.SURVIVED))
                .contains(
                        "DELETE_MATCH VirtualService spec.http[0].match[0]",
                        "DROP_CONDITION VirtualService spec.http[0].match[0].headers[\"x-milk\"]",
                        "EXACT_TO_PREFIX VirtualService spec.http[0].match[1].uri",
                        "DROP_SETTING VirtualService spec.http[0].timeout",
                        "DELETE_RESOURCE AuthorizationPolicy ",
                        "DROP_CONDITION AuthorizationPolicy spec.rules[0].from",
                        "DROP_CONDITION AuthorizationPolicy spec.rules[0].to");
    }

    @Test
    void theScoreLeavesOutWhatIsEquivalentOrInvalid() {
        int killed = REPORT.with(MutantFate.KILLED).size();
        int survived = REPORT.with(MutantFate.SURVIVED).size();

        assertThat(REPORT.score()).isEqualTo(Share.of(killed, killed + survived));
        assertThat(killed + survived).isLessThan(REPORT.results().size());
        assertThatThrownBy(() -> REPORT.requireAtLeast(100))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expecting tests to kill at least 100% of the mutants but\nkiosk: " + killed
                        + " killed, " + survived + " survived, ")
                .hasMessageContaining("    this would kill it:\n      - call: {url: ");
        assertThat(REPORT.requireAtLeast(10)).isSameAs(REPORT);
    }

    @Nested
    class TheExpectationOfASurvivor {
        @TempDir
        private Path folder;

        private MeshExpectations read(String expectation) throws IOException {
            Path file = Files.writeString(folder.resolve("expect.yaml"), """
                    apiVersion: eastwest.io/v1
                    kind: MeshExpectations
                    metadata: {name: survivors}
                    spec:
                      expectations:
                    """ + expectation.indent(2));
            return MeshExpectations.read(file).orThrow();
        }

        @Test
        void holdsForTheMeshAndKillsTheMutant() throws IOException {
            List<MutationResult> survivors = REPORT.with(MutantFate.SURVIVED).stream()
                    .filter(result -> !result.expectation().isEmpty())
                    .toList();

            assertThat(survivors).hasSizeGreaterThan(6);
            for (MutationResult survivor : survivors) {
                MeshExpectations expectation = read(survivor.expectation());
                assertThat(expectation.failing(ROUTER)).isEmpty();
                assertThat(expectation.failing(MeshRouter.of(survivor.mutant().in(ROUTER.snapshot()))))
                        .as(survivor.mutant().toText())
                        .hasSize(1);
            }
        }

        @Test
        void saysWhatTheMeshDoes() {
            assertThat(result(MutationOperator.DELETE_MATCH, "spec.http[0].match[0]")
                            .expectation())
                    .isEqualTo("""
                            - call: {url: 'http://tea.shop.svc.cluster.local:80/green', headers: {x-milk: 'none'}, from: east/shop/web-0}
                              expect: {outcome: forwarded, clusters: {east: all}, service: tea.shop, subset: v2}
                            """);
            assertThat(result(MutationOperator.DROP_CONDITION, "spec.rules[0].to")
                            .expectation())
                    .endsWith("  expect: {outcome: refused, status: 403, flags: '-'}\n");
        }

        @Test
        void tellsSettingsOfARouteToo() {
            MutationResult timeout = result(MutationOperator.DROP_SETTING, "spec.http[0].timeout");

            assertThat(timeout.expectation()).endsWith(", subset: v2, timeout: 2s}\n");
            assertThat(timeout.because())
                    .contains("timeout PT2S becomes ")
                    .startsWith("GET http://tea.shop.svc.cluster.local:80/");
        }
    }

    @Nested
    class EquivalentMutants {
        @Test
        void areThoseThatChangeNoCall() {
            assertThat(with(MutantFate.EQUIVALENT))
                    .contains("DELETE_RULE VirtualService spec.http[1]", "SWAP_RULES VirtualService spec.http[1]");
            assertThat(result(MutationOperator.DELETE_RULE, "spec.http[1]").because())
                    .startsWith("no call of a pod to a service, or from outside, is answered differently,"
                            + " while nothing is broken and with each of ");
        }

        @Test
        void areNotThoseThatOnlyOthersWouldNotice() {
            MutationResult flipped = result(MutationOperator.FLIP_MUTUAL_TLS, "spec.mtls");

            assertThat(flipped.fate()).isEqualTo(MutantFate.SURVIVED);
            assertThat(flipped.because())
                    .isEqualTo("no call was found that tells;"
                            + " only calls of pods without a proxy, or from outside of the mesh, would tell");
            assertThat(result(MutationOperator.DROP_OUTLIER_DETECTION, "spec.trafficPolicy.outlierDetection")
                            .because())
                    .endsWith("what is ejected over time is not compared");
        }
    }

    @Test
    void whatNoControlPlaneTakesIsInvalid() {
        MeshSnapshot bakery =
                MeshSnapshot.read(Path.of("src/test/resources/meshes/bakery")).orThrow();
        MutationReport report = MeshMutations.of(MeshRouter.of(bakery))
                .run(router -> router.snapshot().equals(bakery) ? List.of() : List.of("anything else"));

        assertThat(report.with(MutantFate.INVALID))
                .extracting(result -> result.mutant().operator() + ": " + result.because())
                .contains("DELETE_RULE: spec: has no http, tls or tcp rules");
        assertThat(report.with(MutantFate.SURVIVED)).isEmpty();
        assertThat(report.score()).isEqualTo(Share.ONE);
    }

    @Test
    void theSameMeshAndTestsGiveTheSameReport() {
        assertThat(MeshMutations.of(ROUTER).atMost(9).run(SUITE::failing))
                .isEqualTo(MeshMutations.of(ROUTER).atMost(9).run(SUITE::failing));
    }

    @Test
    void aBoundIsSpreadOverTheMesh() {
        MeshMutations some = MeshMutations.of(ROUTER).atMost(3);

        assertThat(some.mutants())
                .hasSize(3)
                .extracting(mutant -> mutant.resource().kind())
                .contains("VirtualService", "DestinationRule");
        assertThat(some.run(SUITE::failing).toText())
                .contains("tried 3 of " + REPORT.results().size() + " mutants\n");
        assertThatThrownBy(() -> some.atMost(0)).hasMessage("at least 1 mutant must be tried but it was 0");
    }

    @Test
    void testsThatThrowKillToo() {
        MutationReport report = MeshMutations.of(ROUTER).atMost(1).run(router -> {
            Call call = Call.get("http://tea/matcha").from("web", "shop", "east");
            if (!router.decide(call).firstLeg().route().orElseThrow().name().equals("green")) {
                throw new AssertionError("no longer green\nin detail");
            }
            return List.of();
        });

        assertThat(report.results()).singleElement().satisfies(result -> {
            assertThat(result.mutant().operator()).isEqualTo(MutationOperator.DELETE_RESOURCE);
            assertThat(result.killers()).containsExactly("no longer green");
        });
    }

    @Test
    void testsMustPassOnTheMesh() {
        assertThatThrownBy(() -> MeshMutations.of(ROUTER).run(router -> List.of("one", "other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the tests must pass on the mesh itself before mutants tell anything,"
                        + " but these fail: one, other");
    }
}
