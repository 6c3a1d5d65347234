package io.eastwest.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A form of a JSON tree in which only what a reader cannot tell apart is equal: order of fields, null, empty lists and
 * labels, an empty specification and none, a number with and without zeroes at its end.
 */
final class SameValue {
    private SameValue() {}

    static Object of(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                JsonNode value = field.getValue();
                boolean collection = value.isArray()
                        || field.getKey().equals("labels")
                        || field.getKey().equals("spec");
                if (!value.isNull() && !(collection && value.isEmpty())) {
                    fields.put(field.getKey(), of(value));
                }
            }
            return fields;
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(of(element)));
            return elements;
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros();
        }
        return node.isTextual() ? text(node.textValue()) : node.asText();
    }

    /** Durations and times have several texts for one value. */
    private static Object text(String text) {
        Optional<Duration> duration = GoDuration.parse(text);
        if (duration.isPresent()) {
            return duration.get();
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
