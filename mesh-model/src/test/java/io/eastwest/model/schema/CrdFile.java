package io.eastwest.model.schema;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas in a file of upstream CustomResourceDefinitions. */
final class CrdFile {
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new DurationModule())
            .build();

    private CrdFile() {}

    /** One version of one kind. */
    record Schema(String group, String kind, String version, JsonNode root) {
        @Override
        public String toString() {
            return kind + " " + version;
        }
    }

    /** All versions of all kinds in the file; the test is skipped when the file is not there. */
    static List<Schema> read(String name) {
        Path file = Path.of(System.getProperty("eastwest.shared", "shared"), "crds", name);
        assumeTrue(Files.isReadable(file), () -> "needs the upstream schemas in " + file);
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
                            version.path("schema").path("openAPIV3Schema")));
                }
            }
        }
        return schemas;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
