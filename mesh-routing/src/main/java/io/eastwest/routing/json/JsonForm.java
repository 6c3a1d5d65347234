package io.eastwest.routing.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes values of one type as JSON and reads them back. Reading what was written gives an equal value. Names are in a fixed
 * order, lists and sets in their own, so that one value has one text. Immutable and thread-safe.
 *
 * @param <T> the type
 */
public final class JsonForm<T> {
    private static final String API_VERSION = "apiVersion";
    private static final String KIND = "kind";
    private static final int DEEPEST = 64;
    private static final int LONGEST = 64 * 1024 * 1024;
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(INDENT)
            .withObjectIndenter(INDENT));

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxDocumentLength(LONGEST)
                        .maxStringLength(LONGEST)
                        .build());
    }

    private final Class<T> type;
    private final String version;
    private final ObjectShape shape;

    private JsonForm(Class<T> type, String version, ObjectShape shape) {
        this.type = type;
        this.version = version;
        this.shape = shape;
    }

    /**
     * {@return the form of a type}
     *
     * @param type a record
     * @param version version of the form, for example {@code eastwest.io/v1}
     * @param <T> the type
     */
    public static <T extends Record> JsonForm<T> of(Class<T> type, String version) {
        return new JsonForm<>(type, version, (ObjectShape) new ShapeFinder().find(type));
    }

    /**
     * {@return a value as JSON, with line feeds and a last one at the end}
     *
     * @param value the value
     */
    public String write(T value) {
        ObjectNode document = SchemaDefinitions.object();
        document.put(API_VERSION, version).put(KIND, type.getSimpleName());
        document.setAll((ObjectNode) shape.write(value));
        return text(document);
    }

    private static String text(JsonNode node) {
        try {
            return WRITER.writeValueAsString(node) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written", e);
        }
    }

    /**
     * {@return the value that a text stands for}
     *
     * @param text JSON of this form, at most 64 MiB
     * @throws InvalidResourceException if the text is something else; it names each field that is wrong, unknown or missing
     */
    public T read(String text) {
        List<Issue> issues = new ArrayList<>();
        JsonReading at = new JsonReading(DocumentPath.root(), issues);
        Object value = parse(text, at) instanceof ObjectNode document && isOfForm(document, at)
                ? shape.read(document.without(List.of(API_VERSION, KIND)), at)
                : null;
        if (value == null) {
            if (issues.isEmpty()) {
                at.wrongType("an object");
            }
            throw new InvalidResourceException(issues);
        }
        return type.cast(value);
    }

    private static JsonNode parse(String text, JsonReading at) {
        try {
            if (text.length() <= LONGEST) {
                return MAPPER.readTree(text);
            }
            at.wrong(IssueCode.LIMIT_EXCEEDED, "text has more than " + LONGEST + " characters", "");
        } catch (JsonProcessingException e) {
            at.wrong(IssueCode.WRONG_TYPE, "is not JSON: " + e.getOriginalMessage(), "");
        }
        return MAPPER.missingNode();
    }

    private boolean isOfForm(ObjectNode document, JsonReading at) {
        boolean versioned = says(document, API_VERSION, version, at);
        return says(document, KIND, type.getSimpleName(), at) && versioned;
    }

    private static boolean says(ObjectNode document, String field, String wanted, JsonReading at) {
        boolean right = document.path(field).asText().equals(wanted);
        if (!right) {
            at.field(field).wrong(IssueCode.INVALID_VALUE, "must be " + wanted, "");
        }
        return right;
    }

    /**
     * {@return the JSON Schema (2020-12) of what {@link #write} gives}
     *
     * @param id its {@code $id}
     */
    public String schema(String id) {
        ObjectNode schema = SchemaDefinitions.object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", id);
        SchemaDefinitions definitions = new SchemaDefinitions();
        shape.schema(definitions);
        ObjectNode parts = definitions.toNode();
        ObjectNode whole = (ObjectNode) parts.remove(shape.name());
        ObjectNode properties = SchemaDefinitions.object();
        properties.putObject(API_VERSION).put("const", version);
        properties.putObject(KIND).put("const", type.getSimpleName());
        properties.setAll((ObjectNode) whole.get("properties"));
        ArrayNode required =
                SchemaDefinitions.object().putArray("required").add(API_VERSION).add(KIND);
        required.addAll((ArrayNode) whole.get("required"));
        whole.set("properties", properties);
        whole.set("required", required);
        schema.setAll(whole);
        schema.set("$defs", parts);
        return text(schema);
    }
}
