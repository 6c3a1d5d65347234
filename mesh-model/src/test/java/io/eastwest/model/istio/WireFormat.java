package io.eastwest.model.istio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.eastwest.model.MeshResource;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.ManifestWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes single values for tests, as the manifest reader and writer do. */
final class WireFormat {
    private static final YAMLMapper PLAIN = new YAMLMapper();

    private WireFormat() {}

    /** Reads a tree without knowing any type. */
    static JsonNode tree(String yaml) {
        try {
            return PLAIN.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a value; an unknown field is an error. */
    static <T> T read(String yaml, Class<T> type) {
        if (!MeshResource.class.isAssignableFrom(type)) {
            return ManifestReader.strict().readValue(type, "test.yaml", yaml).orThrow();
        }
        var manifests = ManifestReader.strict().read("test.yaml", yaml).orThrow();
        return type.cast(manifests.get(0).resource());
    }

    /** Writes a value as a tree. */
    static JsonNode write(Object value) {
        return value instanceof MeshResource resource
                ? ManifestWriter.toTree(resource)
                : ManifestWriter.valueToTree(value);
    }
}
