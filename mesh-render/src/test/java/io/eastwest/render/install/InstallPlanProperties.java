package io.eastwest.render.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.EastWestGatewayForm;
import io.eastwest.model.topology.InstallTool;
import io.eastwest.render.lint.InstallLinter;
import io.eastwest.render.lint.MeshInvariant;
import io.eastwest.render.lint.MeshInvariants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InstallPlanProperties {
    /** A cluster before it is known who serves it: a draw of 0 makes it a primary, others the remote of an earlier one. */
    record Draw(int server, int network, ClusterPlatform platform, InstallTool tool, EastWestGatewayForm form) {}

    @Provide
    Arbitrary<InstallSpec> specs() {
        Arbitrary<Draw> draw = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(ClusterPlatform.class),
                        Arbitraries.of(InstallTool.class),
                        Arbitraries.of(EastWestGatewayForm.class))
                .as(Draw::new);
        return Combinators.combine(draw.list().ofMinSize(1).ofMaxSize(5), Arbitraries.of(true, false))
                .as(InstallPlanProperties::spec);
    }

    private static InstallSpec spec(List<Draw> draws, boolean credentials) {
        List<ClusterTopology> clusters = new ArrayList<>();
        List<String> primaries = new ArrayList<>();
        for (int i = 0; i < draws.size(); i++) {
            Draw draw = draws.get(i);
            String name = "c" + (i + 1);
            var cluster = ClusterTopology.builder()
                    .name(name)
                    .network("n" + draw.network())
                    .platform(draw.platform())
                    .eastWestGateway(EastWestGateway.builder()
                            .addAddress("192.0.2." + (i + 1))
                            .form(draw.form())
                            .build())
                    .install(ClusterInstall.builder().tool(draw.tool()).build());
            if (draw.server() == 0 || primaries.isEmpty()) {
                primaries.add(name);
            } else {
                cluster.controlPlane(primaries.get(draw.server() % primaries.size()));
            }
            clusters.add(cluster.build());
        }
        InstallSpecBuilder spec =
                InstallSpec.builder().topology(InstallSpecs.topology(clusters.toArray(ClusterTopology[]::new)));
        if (credentials) {
            clusters.forEach(cluster -> spec.addCredential(InstallSpecs.credential(cluster.name())));
        }
        return spec.build();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyFileIsAppliedInOneStep(@ForAll("specs") InstallSpec spec) {
        InstallPlan plan = InstallPlan.of(spec);
        Map<String, Integer> applied = new TreeMap<>();
        plan.steps().stream()
                .filter(step -> step.action() == StepAction.APPLY)
                .flatMap(step -> step.files().stream())
                .forEach(path -> applied.merge(path, 1, Integer::sum));
        Map<String, Integer> wanted = new TreeMap<>();
        plan.files().keySet().forEach(path -> wanted.put(path, 1));
        plan.secretFiles().keySet().forEach(path -> wanted.put(path, 1));
        wanted.keySet()
                .removeIf(path -> !path.matches("(clusters|install)/.*")
                        || path.endsWith("kustomization.yaml")
                        || path.endsWith(".gitignore")
                        || path.endsWith(".template"));

        assertThat(applied).isEqualTo(wanted);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyPrimaryReadsEveryOtherCluster(@ForAll("specs") InstallSpec spec) {
        InstallPlan plan = InstallPlan.of(spec);
        List<ClusterTopology> clusters = spec.topology().spec().clusters();
        long primaries = clusters.stream()
                .filter(cluster -> cluster.controlPlane().isEmpty())
                .count();
        long remotes = clusters.size() - primaries;
        long secrets = plan.tree().snapshot().clusters().stream()
                .flatMap(cluster -> plan.tree().snapshot().resources(cluster, Secret.class).stream())
                .filter(secret -> secret.metadata().name().startsWith("istio-remote-secret-"))
                .count();
        long templates = plan.files().keySet().stream()
                .filter(path -> path.endsWith(".template"))
                .count();

        assertThat(secrets + templates).isEqualTo(primaries * (primaries - 1) + primaries * remotes);
        assertThat(spec.credentials().isEmpty() ? secrets : templates).isZero();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void rulesOfTheMeshAreKeptAndNothingIsMistaken(@ForAll("specs") InstallSpec spec) {
        InstallPlan plan = InstallPlan.of(spec);

        assertThat(InstallLinter.check(plan.tree().snapshot())).isEmpty();
        assertThat(MeshInvariants.check(plan.tree().snapshot(), Instant.now()))
                .filteredOn(finding -> finding.invariant() != MeshInvariant.COMMON_TRUST)
                .isEmpty();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theSameSpecificationGivesTheSamePlan(@ForAll("specs") InstallSpec spec) {
        InstallPlan plan = InstallPlan.of(spec);
        InstallPlan again = InstallPlan.of(spec);

        assertThat(again.files()).isEqualTo(plan.files());
        assertThat(again.secretFiles()).isEqualTo(plan.secretFiles());
        assertThat(again.steps()).isEqualTo(plan.steps());
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aServerIsInstalledBeforeWhatItServes(@ForAll("specs") InstallSpec spec) {
        List<InstallStep> steps = InstallPlan.of(spec).steps();
        for (ClusterTopology cluster : spec.topology().spec().clusters()) {
            cluster.controlPlane()
                    .ifPresent(server -> assertThat(first(steps, server)).isLessThan(first(steps, cluster.name())));
        }
    }

    /** Number of the step that installs the control plane of a cluster. */
    private static int first(List<InstallStep> steps, String cluster) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).cluster().equals(cluster)
                    && steps.get(i).files().stream().anyMatch(path -> path.contains("/16-"))) {
                return i;
            }
        }
        throw new AssertionError("no control plane in " + cluster);
    }
}
