package io.eastwest.routing.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.routing.balancing.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormTest {
    /** Has a part of every sort. */
    record Whole(
            String text,
            boolean truth,
            int small,
            long large,
            double real,
            Share share,
            Duration time,
            Colour colour,
            Shape shape,
            ResourceKey key,
            List<String> list,
            Set<Integer> set,
            Map<String, Part> map,
            Optional<Part> part,
            OptionalInt count,
            OptionalLong size,
            Optional<List<String>> given) {}

    /** Has a part that may be anything. */
    record Loose(Object any) {}

    /** Refuses some values. */
    record Part(int number) {
        Part {
            if (number < 0) {
                throw new IllegalArgumentException("number must be 0 or more");
            }
        }
    }

    enum Colour {
        RED,
        BLUE
    }

    sealed interface Shape {
        record Circle(int radius) implements Shape {}

        record Dot() implements Shape {}
    }

    private static final Whole FULL = new Whole(
            "t",
            true,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            0.5,
            Share.of(1, 3),
            Duration.ofMillis(-1500),
            Colour.BLUE,
            new Shape.Circle(3),
            ResourceKey.of("g", "K", "ns", "n"),
            List.of("b", "a"),
            Set.of(7),
            Map.of("z", new Part(1), "a", new Part(2)),
            Optional.of(new Part(3)),
            OptionalInt.of(4),
            OptionalLong.of(5),
            Optional.of(List.of()));

    private final JsonForm<Whole> form = JsonForm.of(Whole.class, "test/v1");
    private final JsonForm<Loose> loose = JsonForm.of(Loose.class, "test/v1");

    private static Whole bare() {
        return new Whole(
                "",
                false,
                0,
                0,
                0,
                Share.of(0, 1),
                Duration.ZERO,
                Colour.RED,
                new Shape.Dot(),
                FULL.key(),
                List.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    @Nested
    class AValue {
        @Test
        void isWrittenInTheOrderOfItsParts() {
            assertThat(form.write(FULL)).isEqualTo("""
                    {
                      "apiVersion": "test/v1",
                      "kind": "Whole",
                      "text": "t",
                      "truth": true,
                      "small": -2147483648,
                      "large": 9223372036854775807,
                      "real": 0.5,
                      "share": "1/3",
                      "time": "PT-1.5S",
                      "colour": "BLUE",
                      "shape": {
                        "type": "Circle",
                        "radius": 3
                      },
                      "key": {
                        "group": "g",
                        "kind": "K",
                        "namespace": "ns",
                        "name": "n"
                      },
                      "list": [
                        "b",
                        "a"
                      ],
                      "set": [
                        7
                      ],
                      "map": {
                        "a": {
                          "number": 2
                        },
                        "z": {
                          "number": 1
                        }
                      },
                      "part": {
                        "number": 3
                      },
                      "count": 4,
                      "size": 5,
                      "given": [ ]
                    }
                    """);
        }

        @Test
        void isReadAgain() {
            assertThat(form.read(form.write(FULL))).isEqualTo(FULL);
        }

        @Test
        void isReadAgainWhereMuchIsEmpty() {
            String text = form.write(bare());

            assertThat(text).doesNotContain("list", "set", "map", "part", "count", "size", "given");
            assertThat(form.read(text)).isEqualTo(bare());
        }
    }

    @Nested
    class Anything {
        private Object again(Object value) {
            return loose.read(loose.write(new Loose(value))).any();
        }

        @Test
        void keepsItsKind() {
            for (Object value : List.of(
                    "text",
                    true,
                    7,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE + 1L,
                    Integer.MIN_VALUE,
                    Long.MAX_VALUE,
                    BigInteger.ONE.shiftLeft(63),
                    0.25,
                    1e300,
                    new BigDecimal("0.1000000000000000000001"),
                    List.of("a", 1),
                    Map.of("a", List.of(true)))) {
                assertThat(again(value)).isEqualTo(value);
            }
        }

        @Test
        void isTheSmallestNumberThatHoldsIt() {
            assertThat(again(7L)).isEqualTo(7);
            assertThat(again((short) 7)).isEqualTo(7);
            assertThat(again(new BigDecimal("7"))).isEqualTo(7);
            assertThat(again(new BigDecimal("0.5"))).isEqualTo(0.5);
            assertThat(again(0.5f)).isEqualTo(0.5);
        }

        @Test
        void mayHoldNothingInside() {
            Map<String, Object> holes = new TreeMap<>();
            holes.put("a", null);

            assertThat(again(Arrays.asList("x", null))).isEqualTo(Arrays.asList("x", null));
            assertThat(again(holes)).isEqualTo(holes);
        }

        @Test
        void isNotNothing() {
            assertThatThrownBy(() -> loose.read(loose.write(new Loose(1)).replace(": 1", ": null")))
                    .hasMessage("ERROR any: must be a value, not null WRONG_TYPE");
        }

        @Test
        void isAValueOfJson() {
            assertThatThrownBy(() -> loose.write(new Loose(new Object())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a value of JSON: java.lang.Object");
        }
    }

    @Nested
    class Reading {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"text\": \"t\"           | \"text\": 1            | text: must be a text",
                    "\"truth\": true           | \"truth\": 1           | truth: must be true or false",
                    "\"small\": -2147483648    | \"small\": 2147483648  | small: must be a whole number of 32 bits",
                    "\"small\": -2147483648    | \"small\": 1.5         | small: must be a whole number of 32 bits",
                    "\"large\": 9223372036854775807 | \"large\": 9223372036854775808 | large: must be a whole number of 64 bits",
                    "\"real\": 0.5             | \"real\": \"0.5\"      | real: must be a number",
                    "\"share\": \"1/3\"        | \"share\": 1           | share: must be a fraction such as \"1/3\"",
                    "\"PT-1.5S\"               | \"PT.\"                | time: must be a duration such as \"PT2.5S\"",
                    "\"PT-1.5S\"               | \"P1D\"                | time: must be a duration such as \"PT2.5S\"",
                    "\"PT-1.5S\"               | 5                      | time: must be a duration such as \"PT2.5S\"",
                    "\"BLUE\"                  | \"GREEN\"              | colour: must be one of [RED, BLUE]",
                    "\"BLUE\"                  | 1                      | colour: must be one of [RED, BLUE]",
                    "\"list\": [               | \"list\": 1, \"x\": [  | list: must be a list",
                    "\"map\": {                | \"map\": 1, \"x\": {   | map: must be an object",
                    "\"part\": {               | \"part\": 1, \"x\": {  | part: must be an object",
                    "\"shape\": {              | \"shape\": 1, \"x\": { | shape: must be an object",
                    "\"b\"                     | 1                      | list[0]: must be a text",
                    "\"number\": 1             | \"number\": true       | map.z.number: must be a whole number of 32 bits",
                    "\"radius\": 3             | \"radius\": true       | shape.radius: must be a whole number of 32 bits",
                })
        void tellsWhereSomethingIsWrong(String from, String to, String message) {
            String text = form.write(FULL);
            assertThat(text).contains(from);

            assertThatThrownBy(() -> form.read(text.replace(from, to)))
                    .isInstanceOf(InvalidResourceException.class)
                    .hasMessageContaining("ERROR " + message);
        }

        @Test
        void refusesASetWithEqualItems() {
            assertThatThrownBy(() -> form.read(form.write(FULL).replace("    7\n", "    7, 7\n")))
                    .hasMessage("ERROR set: two items are equal; remove one of them DUPLICATE_ITEM");
        }

        @Test
        void refusesWhatTheValueItselfRefuses() {
            assertThatThrownBy(() -> form.read(form.write(FULL).replace("\"number\": 3", "\"number\": -3")))
                    .hasMessage("ERROR part: number must be 0 or more INVALID_VALUE");
        }

        @Test
        void refusesAFieldOfAnotherKindOfObject() {
            assertThatThrownBy(() -> form.read(
                            form.write(bare()).replace("\"type\": \"Dot\"", "\"type\": \"Dot\", \"radius\": 1")))
                    .hasMessage("ERROR shape.radius: field is not known; use one of [] UNKNOWN_FIELD");
        }

        @Test
        void refusesATagWhereThereIsNoChoice() {
            assertThatThrownBy(() ->
                            form.read(form.write(FULL).replace("\"number\": 3", "\"number\": 3, \"type\": \"Part\"")))
                    .hasMessage("ERROR part.type: field is not known; use one of [number] UNKNOWN_FIELD");
        }

        @Test
        void namesBothWhereVersionAndKindAreWrong() {
            assertThatThrownBy(() -> form.read("{\"apiVersion\": \"x\", \"kind\": \"y\"}"))
                    .hasMessage(
                            "ERROR apiVersion: must be test/v1 INVALID_VALUE\nERROR kind: must be Whole INVALID_VALUE");
        }
    }

    @Test
    void aSchemaSaysEachPart() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("text", "{\"type\": \"string\"}");
        parts.put("truth", "{\"type\": \"boolean\"}");
        parts.put("small", "{\"type\": \"integer\", \"minimum\": -2147483648, \"maximum\": 2147483647}");
        parts.put("large", "{\"type\": \"integer\"}");
        parts.put("real", "{\"type\": \"number\"}");
        parts.put("share", "{\"type\": \"string\", \"pattern\": \"^(0|[1-9][0-9]*)/([1-9][0-9]*)$\"}");
        parts.put("time", "{\"type\": \"string\", \"pattern\": \"^-?PT[-0-9.HMS]+$\"}");
        parts.put("colour", "{\"enum\": [\"RED\", \"BLUE\"]}");
        parts.put("list", "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}");
        parts.put("map", "{\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/$defs/JsonFormTest.Part\"}}");
        parts.put("shape", "{\"$ref\": \"#/$defs/JsonFormTest.Shape\"}");
        String schema = form.schema("urn:test").replaceAll("\\s+", "");

        parts.forEach((name, part) -> assertThat(schema).contains('"' + name + "\":" + part.replaceAll("\\s+", "")));
        assertThat(schema)
                .startsWith("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\"urn:test\"")
                .contains("\"set\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":-2147483648,"
                        + "\"maximum\":2147483647},\"uniqueItems\":true}")
                .contains("\"required\":[\"apiVersion\",\"kind\",\"text\",\"truth\",\"small\",\"large\",\"real\","
                        + "\"share\",\"time\",\"colour\",\"shape\",\"key\"]")
                .contains("\"oneOf\":[{\"$ref\":\"#/$defs/JsonFormTest.Shape.Circle\"},"
                        + "{\"$ref\":\"#/$defs/JsonFormTest.Shape.Dot\"}]")
                .contains(
                        "\"JsonFormTest.Shape.Dot\":{\"type\":\"object\",\"properties\":{\"type\":{\"const\":\"Dot\"}},"
                                + "\"required\":[\"type\"],\"additionalProperties\":false}");
    }
}
