package io.eastwest.model.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.eastwest.model.issue.IssueCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How scalars are read: as the JSON type that the document has, in range, and nothing else. */
final class Scalars {
    private static final int LONGEST_INTEGER = 25;

    private Scalars() {}

    static Map<Class<?>, ValueReader> readers() {
        Map<Class<?>, ValueReader> readers = new LinkedHashMap<>();
        readers.put(String.class, Scalars::string);
        readers.put(Boolean.class, Scalars::bool);
        readers.put(boolean.class, or(false, Scalars::bool));
        readers.put(Integer.class, Scalars::integer);
        readers.put(int.class, or(0, Scalars::integer));
        readers.put(Long.class, Scalars::longInteger);
        readers.put(long.class, or(0L, Scalars::longInteger));
        readers.put(Double.class, Scalars::decimal);
        readers.put(double.class, or(0.0, Scalars::decimal));
        readers.put(OptionalInt.class, or(OptionalInt.empty(), (tree, node, problems) -> {
            Integer value = integer(tree, node, problems);
            return value == null ? null : OptionalInt.of(value);
        }));
        readers.put(OptionalLong.class, or(OptionalLong.empty(), (tree, node, problems) -> {
            Long value = longInteger(tree, node, problems);
            return value == null ? null : OptionalLong.of(value);
        }));
        readers.put(OptionalDouble.class, or(OptionalDouble.empty(), (tree, node, problems) -> {
            Double value = decimal(tree, node, problems);
            return value == null ? null : OptionalDouble.of(value);
        }));
        readers.put(Instant.class, Scalars::instant);
        readers.put(JsonNode.class, or(NullNode.instance, Scalars::json));
        return readers;
    }

    private static ValueReader or(Object absent, ValueReader reader) {
        return new ValueReader() {
            @Override
            public @Nullable Object read(NodeTree tree, int node, Problems problems) {
                Object value = reader.read(tree, node, problems);
                return value == null ? absent : value;
            }

            @Override
            public Object absent() {
                return absent;
            }
        };
    }

    private static @Nullable JsonNode json(NodeTree tree, int node, Problems problems) {
        return (JsonNode) problems.make(node, problems.failures(), () -> JsonTree.of(tree, node));
    }

    private static @Nullable String string(NodeTree tree, int node, Problems problems) {
        if (tree.kind(node) == NodeKind.STRING) {
            return tree.text(node);
        }
        problems.wrongType(node, "a string");
        return null;
    }

    private static @Nullable Boolean bool(NodeTree tree, int node, Problems problems) {
        NodeKind kind = tree.kind(node);
        if (kind == NodeKind.TRUE || kind == NodeKind.FALSE) {
            return kind == NodeKind.TRUE;
        }
        problems.wrongType(node, "true or false");
        return null;
    }

    private static @Nullable Integer integer(NodeTree tree, int node, Problems problems) {
        if (tree.kind(node) != NodeKind.INTEGER) {
            problems.wrongType(node, "an integer");
            return null;
        }
        Long value = parse(tree.text(node));
        if (value == null || value != value.intValue()) {
            outOfRange(tree, node, problems, "-2147483648..2147483647");
            return null;
        }
        return value.intValue();
    }

    /** Integers of 64 bits may also be quoted: that is how protobuf writes them in JSON. */
    private static @Nullable Long longInteger(NodeTree tree, int node, Problems problems) {
        NodeKind kind = tree.kind(node);
        boolean quoted = kind == NodeKind.STRING && tree.text(node).matches("-?[0-9]+");
        if (kind != NodeKind.INTEGER && !quoted) {
            problems.wrongType(node, "an integer");
            return null;
        }
        Long value = parse(tree.text(node));
        if (value == null) {
            outOfRange(tree, node, problems, "-9223372036854775808..9223372036854775807");
        }
        return value;
    }

    private static @Nullable Double decimal(NodeTree tree, int node, Problems problems) {
        NodeKind kind = tree.kind(node);
        if (kind != NodeKind.INTEGER && kind != NodeKind.DECIMAL) {
            problems.wrongType(node, "a number");
            return null;
        }
        double value = Double.parseDouble(tree.text(node));
        if (Double.isInfinite(value)) {
            outOfRange(tree, node, problems, "that of a 64-bit floating point number");
            return null;
        }
        return value;
    }

    private static @Nullable Instant instant(NodeTree tree, int node, Problems problems) {
        if (tree.kind(node) == NodeKind.STRING) {
            try {
                return OffsetDateTime.parse(tree.text(node)).toInstant();
            } catch (DateTimeException e) {
                // reported below
            }
        }
        problems.fail(
                IssueCode.INVALID_TIMESTAMP,
                node,
                "must be a point in time but was " + problems.describe(node),
                "write it as 2026-01-01T00:00:00Z");
        return null;
    }

    private static void outOfRange(NodeTree tree, int node, Problems problems, String range) {
        problems.fail(
                IssueCode.NUMBER_OUT_OF_RANGE,
                node,
                "number " + tree.text(node) + " is out of range",
                "the range is " + range);
    }

    private static @Nullable Long parse(String digits) {
        if (digits.length() > LONGEST_INTEGER) {
            return null;
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
