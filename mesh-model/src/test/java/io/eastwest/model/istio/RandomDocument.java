package io.eastwest.model.istio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.scalar.GoDuration;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Makes documents at random that a type can hold, as its accessors tell. */
final class RandomDocument {
    private static final List<String> TEXTS = List.of(
            "", "a", "*", "~", "true", "1", "1e3", "a b", "\u00e9", "\uD83D\uDE00", "- x", "x: y", "line\nline");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;

    RandomDocument(Random random) {
        this.random = random;
    }

    ObjectNode of(KindDefinition<?> kind) {
        ObjectNode document = JSON.objectNode();
        List<String> versions = kind.servedVersions();
        document.put("apiVersion", kind.apiVersion(versions.get(random.nextInt(versions.size()))));
        document.put("kind", kind.kind());
        document.putObject("metadata").put("name", "name").put("namespace", "namespace");
        document.set("spec", value(WireFields.of(kind.type()).get("spec"), 0));
        return document;
    }

    JsonNode of(Class<?> type) {
        return value(type, 0);
    }

    private JsonNode value(Type type, int depth) {
        Class<?> raw = WireFields.raw(type);
        if (raw == Optional.class) {
            return value(WireFields.argument(type, 0), depth);
        }
        if (raw == List.class) {
            ArrayNode list = JSON.arrayNode();
            for (int i = random.nextInt(2); i >= 0; i--) {
                list.add(value(WireFields.argument(type, 0), depth + 1));
            }
            return list;
        }
        if (raw == Map.class) {
            ObjectNode map = JSON.objectNode();
            boolean numbers = WireFields.argument(type, 0) == Integer.class;
            for (int i = random.nextInt(2); i >= 0; i--) {
                String key = numbers ? Integer.toString(random.nextInt(65_536)) : "key-" + text();
                map.set(key, value(WireFields.argument(type, 1), depth + 1));
            }
            return map;
        }
        if (raw.isRecord()) {
            return value(raw.getRecordComponents()[0].getGenericType(), depth);
        }
        if (raw.isSealed()) {
            return choice(raw, depth);
        }
        return raw.getName().startsWith("io.eastwest.") && !raw.isEnum() ? message(raw, depth) : scalar(raw);
    }

    private ObjectNode message(Class<?> type, int depth) {
        ObjectNode message = JSON.objectNode();
        Map<String, Type> fields = new LinkedHashMap<>(WireFields.of(type));
        fields.keySet().removeIf(name -> name.indexOf('_') >= 0);
        fields.forEach((name, fieldType) -> {
            if (isRequired(fieldType) || random.nextInt(depth + 2) == 0) {
                message.set(name, value(fieldType, depth + 1));
            }
        });
        return message;
    }

    private static boolean isRequired(Type type) {
        Class<?> raw = WireFields.raw(type);
        boolean mayBeLeftOut = raw.getName().startsWith("java.util.");
        return !mayBeLeftOut;
    }

    private ObjectNode choice(Class<?> type, int depth) {
        Class<?>[] arms = type.getPermittedSubclasses();
        RecordComponent[] components = arms[random.nextInt(arms.length)].getRecordComponents();
        ObjectNode choice = JSON.objectNode();
        for (RecordComponent component : components) {
            String name = WireFields.name(component);
            boolean bytes = name.equals("bytes");
            choice.set(name, bytes ? JSON.textNode(base64()) : value(component.getGenericType(), depth + 1));
        }
        return choice;
    }

    private JsonNode scalar(Class<?> type) {
        if (type == String.class) {
            return JSON.textNode(text());
        }
        if (type == int.class || type == Integer.class || type == OptionalInt.class) {
            return JSON.numberNode(random.nextInt(10) - 1);
        }
        if (type == OptionalLong.class) {
            return JSON.numberNode(random.nextLong());
        }
        if (type == OptionalDouble.class) {
            return JSON.numberNode(random.nextInt(400) / 4.0);
        }
        if (type == Boolean.class) {
            return JSON.booleanNode(random.nextBoolean());
        }
        if (type == Duration.class) {
            long unit = List.of(1L, 1_000_000L, 1_000_000_000L, 60_000_000_000L).get(random.nextInt(4));
            return JSON.textNode(GoDuration.format(Duration.ofNanos(random.nextInt(5_000) * unit)));
        }
        if (type == JsonNode.class) {
            return JSON.objectNode().put("free", text()).put("n", random.nextInt(9));
        }
        Object[] constants = type.getEnumConstants();
        return JSON.textNode(WireFields.name((Enum<?>) constants[random.nextInt(constants.length)]));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String base64() {
        return Base64.getEncoder().encodeToString(text().getBytes(StandardCharsets.UTF_8));
    }
}
