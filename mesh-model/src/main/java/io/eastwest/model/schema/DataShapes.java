package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** ConfigMap and Secret. Mirrors kubernetes v1.35.3 {@code ValidateConfigMap, ValidateSecret}. */
final class DataShapes {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Shape TEXTS = mapOf(text()).check(KubernetesForms::checkDataKeys);
    private static final Shape BYTES = mapOf(text().must(
                            self -> decode(self).isPresent(),
                            IssueCode.TEXT_MALFORMED,
                            "must be base64",
                            "encode the value"))
            .check(KubernetesForms::checkDataKeys);

    static final Shape CONFIG_MAP = object().field("data", TEXTS)
            .field("binaryData", BYTES)
            .check(DataShapes::checkOverlap)
            .check((self, place) ->
                    checkSize(bytes(self.path("data"), false) + bytes(self.path("binaryData"), true), place));

    static final Shape SECRET = object().field("data", BYTES)
            .field("stringData", TEXTS)
            .check(SecretRules::check)
            .check((self, place) -> checkSize(secretBytes(self), place));

    private DataShapes() {}

    /** The bytes of a text in base64; empty when it is none. Line breaks are passed over, as Go does. */
    static Optional<byte[]> decode(JsonNode value) {
        try {
            String text = value.asText().replace("\n", "").replace("\r", "");
            boolean padded = text.length() % 4 == 0;
            return padded ? Optional.of(Base64.getDecoder().decode(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void checkOverlap(JsonNode self, Place place) {
        self.path("data").fieldNames().forEachRemaining(key -> {
            if (self.path("binaryData").has(key)) {
                String message = "is also an entry of binaryData";
                place.field("data").field(key).error(IssueCode.FIELD_CONFLICT, message, "remove one of them");
            }
        });
    }

    private static void checkSize(long size, Place place) {
        if (size > MOST_BYTES) {
            String message = "entries must hold at most " + MOST_BYTES + " bytes in all but hold " + size;
            place.field("data").error(IssueCode.TEXT_TOO_LONG, message, "split the object");
        }
    }

    private static long bytes(JsonNode entries, boolean encoded) {
        long size = 0;
        for (JsonNode value : entries) {
            size += encoded
                    ? decode(value).map(bytes -> bytes.length).orElse(0)
                    : value.asText().getBytes(StandardCharsets.UTF_8).length;
        }
        return size;
    }

    /** A text takes the place of bytes with the same name. */
    private static long secretBytes(JsonNode secret) {
        long size = bytes(secret.path("stringData"), false);
        for (var entry : secret.path("data").properties()) {
            if (!secret.path("stringData").has(entry.getKey())) {
                size += decode(entry.getValue()).map(bytes -> bytes.length).orElse(0);
            }
        }
        return size;
    }
}
