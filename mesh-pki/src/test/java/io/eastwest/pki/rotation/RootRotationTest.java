package io.eastwest.pki.rotation;

import static io.eastwest.pki.Fixtures.ISSUER;
import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.NOW;
import static io.eastwest.pki.Fixtures.mesh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootRotationTest {
    private static final MeshTrust OLD = mesh("Old Root", "a", "b", "c");
    private static final MeshTrust NEW = mesh("New Root", "a", "b", "c");
    private static final RotationPlan PLAN = OLD.rotationTo(NEW);

    @Nested
    class Steps {
        @Test
        void prepareTrustBothIssueNewTrustNew() {
            assertThat(PLAN.steps())
                    .extracting(RotationStep::title)
                    .containsExactly(
                            "Prepare istiod and proxies for more than one root",
                            "Trust both roots, still issue below the old one",
                            "Issue below the new root, still trust both",
                            "Trust the new root only");
        }

        @Test
        void bothRootsAreTrustedWhileSignersChange() {
            List<CaBundle> trusting = PLAN.steps().get(1).bundles();
            List<CaBundle> issuing = PLAN.steps().get(2).bundles();

            assertThat(trusting).allSatisfy(bundle -> {
                assertThat(bundle.roots()).isEqualTo(OLD.roots().union(NEW.roots()));
                assertThat(bundle.signer())
                        .isSameAs(OLD.bundle(bundle.cluster()).signer());
            });
            assertThat(issuing).allSatisfy(bundle -> {
                assertThat(bundle.roots().pem())
                        .isEqualTo(trusting.get(0).roots().pem());
                assertThat(bundle.signer())
                        .isSameAs(NEW.bundle(bundle.cluster()).signer());
            });
            assertThat(PLAN.steps().get(3).bundles())
                    .allSatisfy(bundle -> assertThat(bundle.roots()).isEqualTo(NEW.roots()));
        }

        @Test
        void onlyTheLastOneCannotBeUndone() {
            assertThat(PLAN.steps()).extracting(RotationStep::reversible).containsExactly(true, true, true, false);
        }

        @Test
        void runningIstiodTakesEveryStepOver() {
            List<List<CaBundle>> stages = PLAN.stages();

            assertThat(Stream.of(1, 2, 3)
                            .map(stage -> ReloadRules.decide(
                                    stages.get(stage - 1).get(0).roots(),
                                    stages.get(stage).get(0).roots(),
                                    true)))
                    .containsExactly(
                            ReloadDecision.ROOTS_TAKEN, ReloadDecision.SIGNER_TAKEN, ReloadDecision.ROOTS_TAKEN);
        }
    }

    @Nested
    class Simulation {
        private final RotationSimulation simulation = PLAN.simulate(ISSUER);

        @Test
        void noReachableStateBreaksAPair() {
            assertThat(simulation.isSafe()).as(simulation.toText()).isTrue();
            assertThat(simulation.endsWhole()).isTrue();
        }

        @Test
        void everyProgressOfThreeClustersIsVisited() {
            int window = 3 * 3 * 3;
            int sharedByTwoWindows = 1;

            assertThat(simulation.states()).hasSize(3 * window - 2 * sharedByTwoWindows);
        }

        @Test
        void wayBackIsWalkedUntilTheOldRootIsDropped() {
            int forthInAWindow = 3 * 2 * 9;
            int backInTwoWindows = 2 * forthInAWindow;
            // From the last window a cluster that has begun cannot return.
            assertThat(simulation.moves()).isEqualTo(3 * forthInAWindow + backInTwoWindows);
        }

        @Test
        void eachStateTellsWhichPairsAuthenticate() {
            assertThat(simulation.states())
                    .allSatisfy(state -> assertThat(state.authenticatingPairs())
                            .containsExactly("a-a", "a-b", "a-c", "b-b", "b-c", "c-c"));
        }

        @Test
        void clustersThatDoNotWaitWouldBreak() {
            assertThat(simulation.unsafeWithoutWaiting())
                    .contains(
                            "a at stage 0, b at stage 2",
                            "a at stage 0, b between stages 1 and 2",
                            "a at stage 3, b at stage 1")
                    .doesNotContain("a at stage 1, b at stage 2");
        }

        @Test
        void swappingWithoutOverlapBreaksPairs() {
            RotationStep abrupt = PLAN.steps().get(3);
            RotationPlan naive = new RotationPlan(
                    "naive", OLD.bundles(), List.of(abrupt), true, RotationSettings.defaults(), List.of());

            RotationSimulation broken = naive.simulate(ISSUER);

            assertThat(broken.isSafe()).isFalse();
            assertThat(broken.endsWhole()).isTrue();
            assertThat(broken.brokenStates().get(0).toString())
                    .isEqualTo("a between stages 0 and 1, b at stage 0, c at stage 0: broken [a-a, a-b, a-c]");
        }
    }

    @Nested
    class Clusters {
        @Test
        void thatDoNotTrustEachOtherYetAreBroughtTogether() {
            List<CaBundle> strangers = new ArrayList<>();
            strangers.add(mesh("Root of a", "a").bundle("a"));
            strangers.add(mesh("Root of b", "b").bundle("b"));
            strangers.add(mesh("Root of c", "c").bundle("c"));

            RotationSimulation simulation = RootRotation.plan(
                            strangers, NEW.bundles(), RotationSettings.defaults(), NOW)
                    .simulate(ISSUER);

            assertThat(simulation.states().get(0).authenticatingPairs()).containsExactly("a-a", "b-b", "c-c");
            assertThat(simulation.isSafe()).isTrue();
            assertThat(simulation.endsWhole()).isTrue();
        }

        @Test
        void mustBeTheSameBeforeAndAfter() {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> OLD.rotationTo(mesh("New Root", "a", "b")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.ROTATION_INVALID))
                    .withMessage("ERROR rotation: it starts with [a, b, c] and ends with [a, b]; "
                            + "the same clusters before and after, each once ROTATION_INVALID");
        }
    }

    @Test
    void sameRootsAreNoRootRotation() {
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> RootRotation.plan(OLD.bundles(), OLD.bundles(), RotationSettings.defaults(), NOW))
                .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.ROTATION_INVALID));
    }

    @Test
    void bundlesThatDoNotLoadAreRefused() {
        List<CaBundle> strange = NEW.bundles().stream()
                .map(bundle -> bundle.withRoots(MESH.roots()))
                .toList();

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> RootRotation.plan(OLD.bundles(), strange, RotationSettings.defaults(), NOW))
                .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.PATH_NO_ANCHOR));
    }

    @Test
    void textTellsWhatToDoWhatToCheckAndHowToGoBack() {
        RotationSettings settings = RotationSettings.builder()
                .putRemoteCluster("edge", "a")
                .multiRoot(false)
                .build();

        assertThat(OLD.rotationTo(NEW, settings).toText())
                .startsWith("Root rotation of 3 clusters: CN=Old Root,O=Istio (serial ")
                .contains("Clusters: a, b, c\n")
                .contains("Remote cluster: edge, served by a")
                .contains("Step 2: Issue below the new root, still trust both\n")
                .contains("  do    Restart istiod: without ISTIO_MULTIROOT_MESH it ignores changed roots until then.\n")
                .contains(
                        "  check Every workload certificate is issued below the new root. This takes one certificate life (PT24H)")
                .contains("  back  None: certificates below the old root are no longer trusted.")
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void chartHasABoxAndACheckForEachStep() {
        assertThat(PLAN.toMermaid())
                .startsWith("flowchart TD\n  start([\"Root rotation of 3 clusters: CN=Old Root,O=Istio")
                .contains(
                        "  subgraph step2[\"Step 2: Issue below the new root, still trust both\"]\n    step2c0[\"a\"]\n")
                .contains("  check1 --> step2\n  step2 --> check2\n  step2 -. back .-> check1\n")
                .endsWith("  check3 --> done([\"done\"])\n")
                .doesNotContain("step3 -. back");
    }

    @Test
    void manifestsOfEachStepAreWrittenForTheirOwnerOnly(@TempDir Path directory) throws IOException {
        PLAN.writeTo(directory);

        assertThat(directory.resolve("step-0/a/istio-patch.yaml")).hasContent("""
                        spec:
                          values:
                            pilot:
                              env:
                                ISTIO_MULTIROOT_MESH: "true"
                            meshConfig:
                              defaultConfig:
                                proxyMetadata:
                                  PROXY_CONFIG_XDS_AGENT: "true"
                        """);
        for (String step : List.of("step-1", "step-2", "step-3")) {
            for (String cluster : PLAN.clusters()) {
                Path secret = directory.resolve(step).resolve(cluster).resolve("cacerts.yaml");
                assertThat(Files.readString(secret)).startsWith("# contains a private key\n");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(directory.resolve("plan.txt")).hasContent(PLAN.toText());
        assertThat(directory.resolve("plan.mmd")).hasContent(PLAN.toMermaid());
    }

    @Test
    void leafOfThePlanIsOfTheTrustDomainOfTheMesh() {
        MeshTrust limited = limited("Old Root");

        assertThat(limited.rotationTo(limited("New Root")).simulate(ISSUER).isSafe())
                .isTrue();
    }

    private static MeshTrust limited(String root) {
        return MeshTrust.builder()
                .clock(Fixtures.CLOCK)
                .random(Fixtures.RANDOM)
                .root(Fixtures.root(root))
                .trustDomain("corp.example")
                .cluster(Fixtures.cluster("a").toBuilder()
                        .nameLimits(io.eastwest.pki.authority.NameLimits.toTrustDomains("corp.example"))
                        .build())
                .build();
    }
}
