package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueText;

/** What a value is in JSON. */
enum JsonType {
    OBJECT("an object"),
    LIST("a list"),
    TEXT("a string"),
    INTEGER("an integer"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    INTEGER_OR_TEXT("an integer or a string"),
    ANY("a value");

    private final String words;

    JsonType(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean holds(JsonNode value) {
        return switch (this) {
            case OBJECT -> value.isObject();
            case LIST -> value.isArray();
            case TEXT -> value.isTextual();
            case INTEGER -> value.isIntegralNumber();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case INTEGER_OR_TEXT -> value.isTextual() || value.isIntegralNumber();
            case ANY -> true;
        };
    }

    /** What a value is, for a message. */
    static String describe(JsonNode value) {
        if (value.isTextual()) {
            return "the string " + IssueText.quote(value.textValue());
        }
        if (value.isContainerNode()) {
            return value.isObject() ? OBJECT.words : LIST.words;
        }
        return value.isNumber() ? "the number " + value.asText() : value.asText();
    }
}
