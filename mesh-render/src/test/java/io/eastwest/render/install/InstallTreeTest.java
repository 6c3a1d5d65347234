package io.eastwest.render.install;

import static io.eastwest.model.topology.ClusterPlatform.kubernetes;
import static io.eastwest.model.topology.ClusterPlatform.openshift;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.sail.IstioUpdateStrategy;
import io.eastwest.model.sail.UpdateStrategyType;
import io.eastwest.model.schema.SchemaValidation;
import io.eastwest.model.topology.EastWestGatewayForm;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.render.GoldenTree;
import io.eastwest.render.lint.InstallLinter;
import io.eastwest.render.lint.MeshInvariants;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each install model on each platform: the same bytes as ever, valid, and without a finding when it is read back. */
class InstallTreeTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/install");

    static Stream<Arguments> models() {
        return Stream.of(kubernetes, openshift)
                .flatMap(platform -> Stream.of(
                        Arguments.of(
                                "multi-primary-one-network-" + platform,
                                InstallSpecs.multiPrimary(platform, "network1", "network1")),
                        Arguments.of(
                                "multi-primary-two-networks-" + platform,
                                InstallSpecs.multiPrimary(platform, "network1", "network2")),
                        Arguments.of(
                                "primary-remote-one-network-" + platform,
                                InstallSpecs.primaryRemote(platform, "network1", "network1")),
                        Arguments.of(
                                "primary-remote-two-networks-" + platform,
                                InstallSpecs.primaryRemote(platform, "network1", "network2")),
                        Arguments.of("external-control-plane-" + platform, InstallSpecs.external(platform)),
                        Arguments.of("ambient-two-networks-" + platform, InstallSpecs.ambient(platform)),
                        Arguments.of(
                                "gateway-api-" + platform,
                                InstallSpecs.withGateways(
                                        InstallSpecs.primaryRemote(platform, "network1", "network2"),
                                        EastWestGatewayForm.gatewayApi)),
                        Arguments.of(
                                "revision-" + platform,
                                InstallSpecs.withEach(
                                        InstallSpecs.primaryRemote(platform, "network1", "network2"),
                                        install -> install.revision("canary"))),
                        Arguments.of(
                                "updates-by-revision-" + platform,
                                InstallSpecs.withEach(
                                        InstallSpecs.primaryRemote(platform, "network1", "network2"),
                                        install -> install.updateStrategy(IstioUpdateStrategy.builder()
                                                .type(UpdateStrategyType.RevisionBased)
                                                .build())))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void isTheGoldenTree(String name, InstallSpec spec) {
        InstallPlan plan = InstallPlan.of(spec);
        SortedMap<String, String> files = new TreeMap<>(plan.toFiles().files());
        files.keySet().removeIf(path -> path.endsWith("cacerts.yaml"));

        GoldenTree.check(GOLDEN.resolve(name), files);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void isValidAndWithoutFindingsWhenItIsReadBack(String name, InstallSpec spec, @TempDir Path folder) {
        InstallPlan plan = InstallPlan.of(spec);
        plan.writeTo(folder);

        ReadResult<MeshSnapshot> read = MeshSnapshot.read(folder);

        assertThat(read.issues()).isEmpty();
        MeshSnapshot mesh = read.orThrow();
        assertThat(mesh).isEqualTo(plan.tree().snapshot());
        assertThat(MeshSnapshot.read(plan.toFiles()).orThrow()).isEqualTo(mesh);
        assertThat(MeshValidation.check(mesh)).isEmpty();
        for (String cluster : mesh.clusters()) {
            for (Manifest manifest : mesh.manifests(cluster)) {
                assertThat(SchemaValidation.check(manifest)).isEmpty();
            }
        }
        assertThat(MeshAnalysis.check(mesh)).isEmpty();
        assertThat(InstallLinter.check(mesh)).isEmpty();
        assertThat(MeshInvariants.check(mesh, Instant.now())).isEmpty();
    }
}
