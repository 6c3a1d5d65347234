package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.InvalidResourceException;
import java.util.function.Function;

/** A number or a text, kept as the document wrote it: {@code 8080}, {@code http}, {@code 25%}. Immutable. */
public sealed interface IntOrString permits IntOrString.Whole, IntOrString.Text {

    /** {@return the value as JSON scalar: an {@link Integer} or a {@link String}} */
    @JsonValue
    Object toJson();

    /**
     * {@return the result of the function that fits}
     *
     * @param number applied to a number
     * @param text applied to a text
     * @param <R> type of the result
     */
    <R> R match(Function<Whole, R> number, Function<Text, R> text);

    /**
     * {@return a number}
     *
     * @param value any 32-bit number
     */
    static IntOrString of(int value) {
        return new Whole(value);
    }

    /**
     * {@return a text, also one that consists of digits}
     *
     * @param value any text
     */
    static IntOrString of(String value) {
        return new Text(value);
    }

    /**
     * {@return the value of a JSON scalar}
     *
     * @param json a 32-bit integer or a text
     * @throws InvalidResourceException if it is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static IntOrString of(JsonNode json) {
        if (json.isTextual()) {
            return of(json.textValue());
        }
        if (json.isIntegralNumber() && json.canConvertToInt()) {
            return of(json.intValue());
        }
        throw new InvalidResourceException("must be a number or a text but was " + json.getNodeType());
    }

    /**
     * A number.
     *
     * @param value any 32-bit number
     */
    record Whole(int value) implements IntOrString {
        @Override
        public Object toJson() {
            return value;
        }

        @Override
        public <R> R match(Function<Whole, R> number, Function<Text, R> text) {
            return number.apply(this);
        }

        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    /**
     * A text.
     *
     * @param value any text
     */
    record Text(String value) implements IntOrString {
        @Override
        public Object toJson() {
            return value;
        }

        @Override
        public <R> R match(Function<Whole, R> number, Function<Text, R> text) {
            return text.apply(this);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
