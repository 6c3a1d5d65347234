package io.eastwest.render.install;

import static io.eastwest.model.topology.ClusterPlatform.kubernetes;
import static io.eastwest.model.topology.ClusterPlatform.openshift;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.InstallTool;
import io.eastwest.render.GoldenTree;
import io.eastwest.render.forecast.ForecastObject;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.HelmRelease;
import io.eastwest.render.forecast.InstallForecast;
import io.eastwest.render.lint.InstallLinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Helm and istioctl make is what the operator makes. */
class ToolFormsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/install");

    static Stream<Arguments> models() {
        return Stream.of(kubernetes, openshift)
                .flatMap(platform -> Stream.of(
                        Arguments.of("multi-primary", platform, InstallSpecs.multiPrimary(platform, "n1", "n2")),
                        Arguments.of("primary-remote", platform, InstallSpecs.primaryRemote(platform, "n1", "n2")),
                        Arguments.of("external", platform, InstallSpecs.external(platform)),
                        Arguments.of("ambient", platform, InstallSpecs.ambient(platform)),
                        Arguments.of(
                                "revision",
                                platform,
                                InstallSpecs.withEach(
                                        InstallSpecs.primaryRemote(platform, "n1", "n2"),
                                        install -> install.revision("canary")))));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("models")
    void helmMakesWhatTheOperatorMakes(String name, ClusterPlatform platform, InstallSpec spec) {
        InstallPlan sail = InstallPlan.of(spec);
        InstallPlan helm = InstallPlan.of(InstallSpecs.withTool(spec, InstallTool.helm));

        for (String cluster : sail.tree().snapshot().clusters()) {
            Map<String, JsonNode> made = objects(InstallForecast.ofHelm(helm.releases(cluster)));
            made.keySet().removeIf(key -> !isMadeByOperator(name, cluster, key));
            assertThat(made)
                    .as(cluster)
                    .isEqualTo(bySail(sail.tree().snapshot(), cluster, platform))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("models")
    void istioctlIsGivenTheSameValues(String name, ClusterPlatform platform, InstallSpec spec) {
        InstallPlan sail = InstallPlan.of(spec);
        InstallPlan istioctl = InstallPlan.of(InstallSpecs.withTool(spec, InstallTool.istioctl));

        for (String cluster : sail.tree().snapshot().clusters()) {
            List<HelmRelease> releases = new ArrayList<>();
            istioctl.files().forEach((path, text) -> {
                if (path.startsWith("install/" + cluster + "/")) {
                    releases.addAll(asReleases(ManifestReader.strict()
                            .readValue(JsonNode.class, path, text)
                            .orThrow()));
                }
            });
            Map<String, JsonNode> made = objects(InstallForecast.ofHelm(releases));
            Map<String, JsonNode> wanted = bySail(sail.tree().snapshot(), cluster, platform);
            wanted.keySet().removeIf(key -> key.endsWith("istio-reader-service-account") || key.endsWith("validator"));
            assertThat(made).as(cluster).isEqualTo(wanted).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("models")
    void areGoldenFiles(String name, ClusterPlatform platform, InstallSpec spec) {
        for (InstallTool tool : List.of(InstallTool.helm, InstallTool.istioctl)) {
            SortedMap<String, String> files = new TreeMap<>(
                    InstallPlan.of(InstallSpecs.withTool(spec, tool)).files());
            files.keySet().removeIf(path -> path.startsWith("clusters/"));
            GoldenTree.check(GOLDEN.resolve(tool + "/" + name + "-" + platform), files);
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("models")
    void areWithoutFindingsWhenTheyAreReadBack(
            String name, ClusterPlatform platform, InstallSpec spec, @TempDir Path folder) {
        for (InstallTool tool : List.of(InstallTool.helm, InstallTool.istioctl)) {
            Path target = folder.resolve(tool.name());
            InstallPlan.of(InstallSpecs.withTool(spec, tool)).writeTo(target);

            MeshSnapshot mesh = MeshSnapshot.read(target).orThrow();

            assertThat(MeshAnalysis.check(mesh)).isEmpty();
            assertThat(InstallLinter.check(mesh)).isEmpty();
        }
    }

    /** How istioctl hands values to the charts. */
    private static List<HelmRelease> asReleases(JsonNode operator) {
        ObjectNode spec = (ObjectNode) operator.path("spec");
        ObjectNode values = (ObjectNode) spec.path("values");
        String profile = spec.path("profile").asText();
        if (!profile.equals("minimal")) {
            values.put("profile", profile);
        }
        values.put("revision", spec.path("revision").asText(""));
        List<HelmRelease> releases = new ArrayList<>();
        releases.add(HelmRelease.of(
                HelmChart.istiod, "istiod", spec.path("namespace").asText(), values));
        JsonNode ztunnel = spec.path("components").path("ztunnel");
        if (ztunnel.path("enabled").asBoolean()) {
            ObjectNode own = values.path("ztunnel").deepCopy();
            own.put("profile", profile);
            releases.add(HelmRelease.of(
                    HelmChart.ztunnel, "ztunnel", ztunnel.path("namespace").asText(), own));
        }
        return releases;
    }

    private static Map<String, JsonNode> bySail(MeshSnapshot mesh, String cluster, ClusterPlatform platform) {
        return objects(InstallForecast.ofSail(
                platform,
                mesh.manifests(cluster).stream().map(Manifest::resource).toList()));
    }

    private static Map<String, JsonNode> objects(InstallForecast forecast) {
        Map<String, JsonNode> objects = new TreeMap<>();
        for (ForecastObject object : forecast.objects()) {
            JsonNode facts = object.facts().deepCopy();
            objects.put(object.kind() + " " + object.namespace() + "/" + object.name(), facts);
        }
        return objects;
    }

    /** With a revision of its own the operator leaves the base chart out; Helm installs its account all the same. */
    private static boolean isMadeByOperator(String name, String cluster, String key) {
        boolean base = key.endsWith("/istio-reader-service-account") || key.endsWith("/istiod-default-validator");
        boolean ownRevision = name.equals("revision") || name.equals("external") && cluster.equals("c2");
        return !(base && ownRevision);
    }
}
