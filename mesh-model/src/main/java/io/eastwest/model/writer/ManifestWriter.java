package io.eastwest.model.writer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshResource;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes resources. The same resource always gives the same text; nothing is added to what it says. Lines end with a
 * line feed.
 */
public final class ManifestWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private ManifestWriter() {}

    /**
     * Writes one resource as a YAML document.
     *
     * @param resource the resource
     * @return the document, without a marker
     * @throws IllegalArgumentException if a text holds half of a character of two units, which UTF-8 cannot
     */
    public static String toYaml(MeshResource resource) {
        return toYaml(toTree(resource));
    }

    /**
     * Writes resources as YAML documents.
     *
     * @param resources the resources, in the order to write
     * @return the documents with {@code ---} between them; empty for none
     * @throws IllegalArgumentException if a text holds half of a character of two units, which UTF-8 cannot
     */
    public static String toYaml(Iterable<? extends MeshResource> resources) {
        List<String> documents = new ArrayList<>();
        resources.forEach(resource -> documents.add(toYaml(resource)));
        return String.join("---\n", documents);
    }

    /**
     * Writes any JSON as a YAML document.
     *
     * @param tree the JSON
     * @return the document, without a marker
     * @throws IllegalArgumentException if a text holds half of a character of two units, which UTF-8 cannot
     */
    public static String toYaml(JsonNode tree) {
        return YamlEvents.write(tree);
    }

    /**
     * Writes one resource as JSON.
     *
     * @param resource the resource
     * @return the JSON, indented by two spaces
     */
    public static String toJson(MeshResource resource) {
        return toJson(toTree(resource));
    }

    /**
     * Writes resources as one JSON object of {@code kind: List}.
     *
     * @param resources the resources, in the order to write
     * @return the JSON, indented by two spaces
     */
    public static String toJson(Iterable<? extends MeshResource> resources) {
        ObjectNode list = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
        ArrayNode items = list.putArray("items");
        resources.forEach(resource -> items.add(toTree(resource)));
        return toJson(list);
    }

    /**
     * Writes any JSON.
     *
     * @param tree the JSON
     * @return the text, indented by two spaces
     */
    public static String toJson(JsonNode tree) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withSeparators(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    /**
     * The JSON tree of a resource.
     *
     * @param resource the resource
     * @return apiVersion, kind and metadata first, then its fields in wire order
     */
    public static ObjectNode toTree(MeshResource resource) {
        return ResourceTree.of(resource);
    }

    /**
     * The JSON tree of a value that is no resource, such as a mesh configuration.
     *
     * @param value a value of this model
     * @return its fields in wire order
     */
    public static JsonNode valueToTree(Object value) {
        return ResourceTree.ofValue(value);
    }
}
