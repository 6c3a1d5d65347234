package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Objects of the test resources that break what objects made by chance hardly ever break. */
final class Specimens {
    private static final JsonMapper JSON = new JsonMapper();

    private Specimens() {}

    /** Those of a file in the kind and version of a definition. */
    static List<ObjectNode> of(String resource, CrdFile.Schema schema) {
        List<ObjectNode> specimens = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(Specimens.class.getResourceAsStream(resource), resource)) {
            for (Object document : new Load(LoadSettings.builder().build()).loadAllFromInputStream(stream)) {
                ObjectNode specimen = JSON.valueToTree(document);
                if (specimen.path("kind").asText().equals(schema.kind())) {
                    specimen.put("apiVersion", schema.group() + "/" + schema.version());
                    specimen.putObject("metadata").put("name", "specimen");
                    specimens.add(specimen);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return specimens;
    }
}
