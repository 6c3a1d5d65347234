package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.writer.ManifestWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas in a file of upstream CustomResourceDefinitions. */
final class CrdFile {
    private static final JsonMapper JSON = new JsonMapper();

    private CrdFile() {}

    /** One version of one kind. */
    record Schema(String group, String kind, String version, boolean served, JsonNode root) {
        /** A document in which every field is set. */
        ObjectNode sample(int variant, String... leftOut) {
            ObjectNode sample = (ObjectNode) new SchemaSample(variant, List.of(leftOut)).of(root);
            sample.put("apiVersion", group + "/" + version).put("kind", kind);
            sample.putObject("metadata").put("name", "sample");
            return sample;
        }

        /** Reads every variant of the sample strictly and checks that writing gives it back. */
        Stream<DynamicTest> roundTrips(String... leftOut) {
            return IntStream.range(0, SchemaSample.VARIANTS)
                    .mapToObj(variant -> DynamicTest.dynamicTest(this + " " + variant, () -> {
                        ObjectNode sample = sample(variant, leftOut);

                        MeshResource read =
                                CrdFile.read(sample).orThrow().get(0).resource();

                        assertThat(read).isNotInstanceOf(UnknownResource.class);
                        assertThat(JSON.readTree(ManifestWriter.toJson(read))).isEqualTo(sample);
                    }));
        }

        @Override
        public String toString() {
            return kind + " " + version;
        }
    }

    /** All versions of all kinds in the file; the test is skipped when the file is not there. */
    static List<Schema> read(String name) {
        Path file = Path.of(System.getProperty("eastwest.shared", "shared"), "crds", name);
        assumeTrue(
                Files.isReadable(file), () -> "set the property eastwest.shared to the folder that holds crds/" + name);
        List<Schema> schemas = new ArrayList<>();
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        for (Object document : new Load(settings).loadAllFromString(text(file))) {
            JsonNode tree = JSON.valueToTree(document);
            if (tree.path("kind").asText().equals("CustomResourceDefinition")) {
                for (JsonNode version : tree.path("spec").path("versions")) {
                    schemas.add(new Schema(
                            tree.path("spec").path("group").asText(),
                            tree.path("spec").path("names").path("kind").asText(),
                            version.path("name").asText(),
                            version.path("served").asBoolean(),
                            version.path("schema").path("openAPIV3Schema")));
                }
            }
        }
        return schemas;
    }

    /** Reads one document with the kinds that the module knows. */
    static ReadResult<List<Manifest>> read(JsonNode document) {
        return ManifestReader.strict().read("sample.json", document.toString());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
