package io.eastwest.model.reader;

import com.fasterxml.jackson.core.JsonToken;

/** JSON type of a node. */
enum NodeKind {
    OBJECT(JsonToken.START_OBJECT, JsonToken.END_OBJECT),
    LIST(JsonToken.START_ARRAY, JsonToken.END_ARRAY),
    STRING(JsonToken.VALUE_STRING, JsonToken.VALUE_STRING),
    INTEGER(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_INT),
    DECIMAL(JsonToken.VALUE_NUMBER_FLOAT, JsonToken.VALUE_NUMBER_FLOAT),
    TRUE(JsonToken.VALUE_TRUE, JsonToken.VALUE_TRUE),
    FALSE(JsonToken.VALUE_FALSE, JsonToken.VALUE_FALSE),
    NULL(JsonToken.VALUE_NULL, JsonToken.VALUE_NULL);

    final JsonToken first;
    final JsonToken last;

    NodeKind(JsonToken first, JsonToken last) {
        this.first = first;
        this.last = last;
    }

    boolean isContainer() {
        return this == OBJECT || this == LIST;
    }
}
