package io.eastwest.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is counted in files follows the formulas by which the models are known. */
class ModelComparisonProperties {
    private static ModelCounts counts(ComparedMeshes mesh, InstallModel model) {
        return mesh.compare().assessment(model).orElseThrow().counts();
    }

    private static ComparedMeshes networks(int clusters, boolean each) {
        String[] networks = new String[clusters];
        for (int i = 0; i < clusters; i++) {
            networks[i] = each ? "n" + i : "n";
        }
        return ComparedMeshes.of(networks).service("api", "c1");
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void everyPrimaryReadsEveryOther(@ForAll @IntRange(min = 1, max = 5) int n, @ForAll boolean several) {
        boolean apart = several && n > 1;
        ModelCounts counts = counts(
                networks(n, apart),
                apart ? InstallModel.MULTI_PRIMARY_SEVERAL_NETWORKS : InstallModel.MULTI_PRIMARY_ONE_NETWORK);

        assertThat(counts.controlPlanes()).isEqualTo(n);
        assertThat(counts.servedClusters()).isZero();
        assertThat(counts.remoteSecrets()).isEqualTo(n * (n - 1));
        assertThat(counts.intermediates()).isEqualTo(n);
        assertThat(counts.roots()).isEqualTo(1);
        assertThat(counts.eastWestGateways()).isEqualTo(apart ? n : 0);
        assertThat(counts.controlPlaneGateways()).isZero();
        assertThat(counts.exposedServices()).isEqualTo(apart ? 1 : 0);
        assertThat(counts.namespaces()).isEqualTo(n);
    }

    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
    void aPrimaryReadsEachOfItsRemotes(@ForAll @IntRange(min = 2, max = 5) int n, @ForAll boolean apart) {
        ModelCounts counts = counts(
                networks(n, apart),
                apart ? InstallModel.PRIMARY_REMOTE_SEVERAL_NETWORKS : InstallModel.PRIMARY_REMOTE_ONE_NETWORK);

        assertThat(counts.controlPlanes()).isEqualTo(1);
        assertThat(counts.servedClusters()).isEqualTo(n - 1);
        assertThat(counts.remoteSecrets()).isEqualTo(n - 1);
        assertThat(counts.intermediates()).isEqualTo(1);
        assertThat(counts.eastWestGateways()).isEqualTo(apart ? n : 1);
        assertThat(counts.controlPlaneGateways()).isEqualTo(1);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void anExternalControlPlaneReadsEveryCluster(@ForAll @IntRange(min = 1, max = 5) int n, @ForAll boolean several) {
        boolean apart = several && n > 1;
        ModelCounts counts = counts(networks(n, apart).host(), InstallModel.EXTERNAL_CONTROL_PLANE);

        assertThat(counts.controlPlanes()).isEqualTo(1);
        assertThat(counts.servedClusters()).isEqualTo(n);
        assertThat(counts.remoteSecrets()).isEqualTo(n);
        assertThat(counts.eastWestGateways()).isEqualTo(apart ? n : 0);
        assertThat(counts.controlPlaneGateways()).isEqualTo(1);
    }

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    void ambientClustersAreAllPrimaries(@ForAll @IntRange(min = 2, max = 5) int n) {
        ModelCounts counts = counts(networks(n, true), InstallModel.AMBIENT_SEVERAL_NETWORKS);

        assertThat(counts.controlPlanes()).isEqualTo(n);
        assertThat(counts.remoteSecrets()).isEqualTo(n * (n - 1));
        assertThat(counts.intermediates()).isEqualTo(n);
        assertThat(counts.eastWestGateways()).isEqualTo(n);
        assertThat(counts.namespaces()).isEqualTo(3 * n);
        assertThat(counts.exposedServices()).isEqualTo(1);
    }

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void textIsNarrowAndTheSameWithOtherKeys(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 2) Integer> networks,
            @ForAll @Size(min = 1, max = 3) Set<@IntRange(min = 1, max = 4) Integer> running) {
        ComparedMeshes mesh = ComparedMeshes.of(
                        networks.stream().map(number -> "network-" + number).toArray(String[]::new))
                .host()
                .service(
                        "api",
                        new TreeSet<>(running)
                                .stream().map(number -> "c" + number).toArray(String[]::new));
        String text = mesh.compare().toText();

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(mesh.compare().toText()).isEqualTo(text);
        assertThat(text).doesNotContain(Collections.nCopies(3, "\n").stream().reduce("", String::concat));
    }

    /** Cluster by cluster: who loses the control plane follows from who runs it. */
    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    void onlyTheClusterOfAControlPlaneTakesOthersWithIt(@ForAll @IntRange(min = 2, max = 4) int n) {
        ModelComparison comparison = networks(n, true).host().compare();

        assertThat(comparison.assessments()).hasSize(4).allSatisfy(assessment -> {
            boolean one = assessment.counts().controlPlanes() == 1;
            assertThat(assessment.hasControlPlaneSpof()).isEqualTo(one);
            assertThat(assessment.failures().stream()
                            .filter(impact -> impact.failure().name().startsWith("cluster "))
                            .mapToInt(impact -> impact.frozen().size()))
                    .filteredOn(frozen -> frozen > 0)
                    .hasSize(one ? 1 : 0);
        });
    }
}
