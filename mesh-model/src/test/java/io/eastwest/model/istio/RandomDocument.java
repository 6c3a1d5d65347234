package io.eastwest.model.istio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.kubernetes.IntOrString;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.scalar.GatewayDuration;
import io.eastwest.model.scalar.GoDuration;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/** Makes documents at random that a type can hold, as its accessors tell. */
final class RandomDocument {
    private static final List<String> TEXTS = List.of(
            "", "a", "*", "~", "true", "1", "1e3", "a b", "\u00e9", "\uD83D\uDE00", "- x", "x: y", "line\nline");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;
    private boolean gatewayApi;

    RandomDocument(Random random) {
        this.random = random;
    }

    /** A document of one of the versions of a kind; always with the field {@code spec}, if the kind has it. */
    ObjectNode of(KindDefinition<?> kind) {
        gatewayApi = kind.group().startsWith("gateway.networking.");
        ObjectNode document = JSON.objectNode();
        List<String> versions = kind.servedVersions();
        document.put("apiVersion", kind.apiVersion(versions.get(random.nextInt(versions.size()))));
        document.put("kind", kind.kind());
        Map<String, Type> fields = WireFields.of(kind.type());
        document.set("metadata", value(fields.get("metadata"), 1));
        document.withObject("metadata").put("name", "name").put("namespace", "namespace");
        ObjectNode rest = message(kind.type(), 0);
        if (fields.containsKey("spec")) {
            rest.set("spec", value(fields.get("spec"), 0));
        }
        rest.properties().forEach(field -> document.putIfAbsent(field.getKey(), field.getValue()));
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
        if (raw == IntOrString.class) {
            return random.nextBoolean() ? JSON.numberNode(random.nextInt()) : JSON.textNode(text());
        }
        if (raw == SecretBytes.class) {
            return JSON.textNode(base64());
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
        if (fields.remove("otherFields") != null && random.nextInt(3) == 0) {
            message.put("x-other", text());
        }
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
        Class<?> arm = arms[random.nextInt(arms.length)];
        if (arm.isSealed()) {
            return choice(arm, depth);
        }
        ObjectNode choice = JSON.objectNode();
        discriminator(type, arm).ifPresent(name -> choice.put("type", name));
        for (RecordComponent component : arm.getRecordComponents()) {
            String name = WireFields.name(component);
            boolean bytes = name.equals("bytes");
            choice.set(name, bytes ? JSON.textNode(base64()) : value(component.getGenericType(), depth + 1));
        }
        return choice;
    }

    /** Some choices name the arm in a field, by a constant that is spelt like it but for its case. */
    private static Optional<String> discriminator(Class<?> type, Class<?> arm) {
        try {
            Class<?> names = type.getMethod("type").getReturnType();
            return names.isEnum()
                    ? Stream.of(names.getEnumConstants())
                            .map(Object::toString)
                            .filter(arm.getSimpleName()::equalsIgnoreCase)
                            .findFirst()
                    : Optional.of(arm.getSimpleName());
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private JsonNode scalar(Class<?> type) {
        if (type == String.class) {
            return JSON.textNode(text());
        }
        if (type == int.class || type == Integer.class || type == OptionalInt.class) {
            return JSON.numberNode(random.nextInt(10) - 1);
        }
        if (type == OptionalLong.class || type == Long.class || type == long.class) {
            return JSON.numberNode(random.nextLong());
        }
        if (type == OptionalDouble.class || type == double.class) {
            return JSON.numberNode(random.nextInt(400) / 4.0);
        }
        if (type == Boolean.class || type == boolean.class) {
            return JSON.booleanNode(random.nextBoolean());
        }
        if (type == Duration.class) {
            long unit = List.of(1L, 1_000_000L, 1_000_000_000L, 60_000_000_000L).get(random.nextInt(4));
            Duration value = Duration.ofNanos(random.nextInt(5_000) * unit);
            return JSON.textNode(
                    gatewayApi
                            ? GatewayDuration.format(Duration.ofMillis(value.toMillis()))
                            : GoDuration.format(value));
        }
        if (type == Instant.class) {
            return JSON.textNode(Instant.ofEpochSecond(random.nextInt()).toString());
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
