package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.GatewayApiKinds;
import io.eastwest.model.kubernetes.KubernetesKinds;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.openshift.OpenShiftKinds;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.sail.SailKinds;
import io.eastwest.model.writer.ManifestWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FullManifestTest {
    enum Fixture {
        gatewayapi,
        kubernetes,
        openshift,
        sail;

        List<KindDefinition<?>> kinds() {
            return switch (this) {
                case gatewayapi -> GatewayApiKinds.all();
                case kubernetes -> KubernetesKinds.all();
                case openshift -> OpenShiftKinds.all();
                case sail -> SailKinds.all();
            };
        }

        String text() {
            String name = "/full-manifests/" + name() + ".yaml";
            try (InputStream stream = FullManifestTest.class.getResourceAsStream(name)) {
                assertThat(stream).as(name).isNotNull();
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<MeshResource> read(String text) {
            return ManifestReader.strict().read(name(), text).orThrow().stream()
                    .<MeshResource>map(Manifest::resource)
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasAManifest(Fixture fixture) {
        assertThat(fixture.read(fixture.text()).stream().map(MeshResource::kind).distinct())
                .containsExactlyInAnyOrderElementsOf(fixture.kinds().stream()
                        .<String>map(KindDefinition::kind)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void writingGivesWhatWasRead(Fixture fixture) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        YAMLMapper yaml = new YAMLMapper();
        yaml.readerFor(JsonNode.class).<JsonNode>readValues(fixture.text()).forEachRemaining(documents::add);

        List<JsonNode> written = new ArrayList<>();
        for (MeshResource resource : fixture.read(fixture.text())) {
            written.add(yaml.readTree(ManifestWriter.toYaml(resource)));
        }

        assertThat(written).isEqualTo(documents);
    }

    @ParameterizedTest
    @EnumSource
    void readingWhatWasWrittenGivesEqualObjects(Fixture fixture) {
        List<MeshResource> resources = fixture.read(fixture.text());

        assertThat(fixture.read(ManifestWriter.toYaml(resources))).isEqualTo(resources);
    }

    @Test
    void theKindIsNotKeptAsAnUnknownField() {
        Pod pod = (Pod) Fixture.kubernetes
                .read("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}")
                .get(0);

        assertThat(pod.otherFields()).isEmpty();
    }
}
