package io.eastwest.model.istio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.reader.KindRegistry;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.writer.ManifestWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of reading and writing that hold for valid objects of every kind, whatever is set in them. */
class EveryKindProperties {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 25)
    void whatIsReadIsWrittenAgain(@ForAll("randoms") Random random) {
        for (KindDefinition<?> kind : KindRegistry.standard().all()) {
            ObjectNode document = new RandomDocument(random).of(kind);

            MeshResource resource = read("a.json", document.toString());

            assertThat(resource).isInstanceOf(kind.type()).isNotInstanceOf(UnknownResource.class);
            assertThat(ManifestWriter.toTree(resource).equals(RoundTripTest::compare, document))
                    .as("%s is written as %s", document, ManifestWriter.toTree(resource))
                    .isTrue();
        }
    }

    @Property(tries = 25)
    void whatIsWrittenIsReadAgainAndWrittenToTheSameBytes(@ForAll("randoms") Random random) {
        for (KindDefinition<?> kind : KindRegistry.standard().all()) {
            MeshResource resource =
                    read("a.json", new RandomDocument(random).of(kind).toString());
            String yaml = ManifestWriter.toYaml(resource);
            String json = ManifestWriter.toJson(resource);

            MeshResource fromYaml = read("a.yaml", yaml);
            MeshResource fromJson = read("a.json", json);

            assertThat(fromYaml).isEqualTo(resource).hasSameHashCodeAs(resource);
            assertThat(fromJson).isEqualTo(resource);
            assertThat(ManifestWriter.toYaml(fromYaml)).isEqualTo(yaml);
            assertThat(ManifestWriter.toYaml(fromJson)).isEqualTo(yaml);
            assertThat(ManifestWriter.toJson(fromJson)).isEqualTo(json);
        }
    }

    @Property(tries = 25)
    void theOrderOfFieldsAndKeysDoesNotMatter(@ForAll("randoms") Random random) {
        for (KindDefinition<?> kind : KindRegistry.standard().all()) {
            ObjectNode document = new RandomDocument(random).of(kind);
            JsonNode shuffled = shuffled(document, random);

            MeshResource one = read("a.json", document.toString());
            MeshResource other = read("a.yaml", ManifestWriter.toYaml(shuffled));

            assertThat(other).as("%s", shuffled).isEqualTo(one);
            assertThat(other.hashCode()).isEqualTo(one.hashCode());
        }
    }

    @Property(tries = 25)
    void theMeshConfigurationSurvivesItsConfigMap(@ForAll("randoms") Random random) {
        JsonNode config = new RandomDocument(random).of(MeshConfig.class);
        JsonNode networks = new RandomDocument(random).of(MeshNetworks.class);

        MeshConfig mesh = MeshConfigReader.readConfig("mesh", ManifestWriter.toYaml(shuffled(config, random)))
                .orThrow();
        MeshNetworks meshNetworks = MeshConfigReader.readNetworks(
                        "meshNetworks", ManifestWriter.toYaml(shuffled(networks, random)))
                .orThrow();

        assertThat(ManifestWriter.valueToTree(mesh).equals(RoundTripTest::compare, config))
                .as("%s", config)
                .isTrue();
        assertThat(ManifestWriter.valueToTree(meshNetworks).equals(RoundTripTest::compare, networks))
                .as("%s", networks)
                .isTrue();
    }

    @Property(tries = 10)
    void aListOfAllKindsIsReadAsEachAlone(@ForAll("randoms") Random random) {
        ObjectNode list = JSON.objectNode().put("apiVersion", "v1").put("kind", "List");
        list.putObject("metadata").put("resourceVersion", "");
        ArrayNode items = list.putArray("items");
        List<MeshResource> alone = new ArrayList<>();
        for (KindDefinition<?> kind : KindRegistry.standard().all()) {
            ObjectNode document = new RandomDocument(random).of(kind);
            items.add(document);
            alone.add(read("a.json", document.toString()));
        }

        List<Manifest> read = ManifestReader.strict()
                .read("all.yaml", ManifestWriter.toYaml(list))
                .orThrow();

        assertThat(read).<MeshResource>extracting(Manifest::resource).isEqualTo(alone);
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    private static MeshResource read(String name, String text) {
        ReadResult<List<Manifest>> result = ManifestReader.strict().read(name, text);
        assertThat(result.issues()).as(text).isEmpty();
        return result.orThrow().get(0).resource();
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isArray()) {
            ArrayNode list = JSON.arrayNode();
            node.forEach(element -> list.add(shuffled(element, random)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        Collections.shuffle(fields, random);
        ObjectNode object = JSON.objectNode();
        fields.forEach(field -> object.set(field.getKey(), shuffled(field.getValue(), random)));
        return object;
    }
}
