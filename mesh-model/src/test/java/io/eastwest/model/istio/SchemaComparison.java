package io.eastwest.model.istio;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.style.MeshValue;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Walks a schema and a type side by side and collects what one has and the other has not. */
final class SchemaComparison {
    /** Paths that are kept as they are read, with the reason. */
    private static final Map<String, String> OPAQUE = opaque();

    /** Fields that no schema lists, with the reason. */
    private static final Map<String, String> BEYOND_THE_SCHEMA = beyondTheSchema();

    /** Fields whose schema is that of another type, with the reason. */
    private static final Map<String, String> OTHERWISE_TYPED = otherwiseTyped();

    private final List<String> differences = new ArrayList<>();
    private int comparedFields;

    List<String> differences() {
        return Collections.unmodifiableList(differences);
    }

    int comparedFields() {
        return comparedFields;
    }

    void compare(Class<?> type, JsonNode schema) {
        compareObject(type, schema, type.getSimpleName());
    }

    private void compareObject(Class<?> type, JsonNode schema, String path) {
        Map<String, Type> accessors = WireFields.of(type);
        Set<String> fields = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            comparedFields++;
            String at = path + "." + field;
            if (accessors.containsKey(field)) {
                compareValue(accessors.get(field), schema.path("properties").path(field), at);
            } else if (!isTypeMeta(type, field)) {
                differences.add(at + ": no accessor");
            }
        }
        for (String accessor : accessors.keySet()) {
            if (!fields.contains(accessor) && !endsWithOneOf(path + "." + accessor, BEYOND_THE_SCHEMA)) {
                differences.add(path + "." + accessor + ": not in the schema");
            }
        }
    }

    private static boolean isTypeMeta(Class<?> type, String field) {
        return MeshResource.class.isAssignableFrom(type) && (field.equals("kind") || field.equals("apiVersion"));
    }

    private void compareValue(Type type, JsonNode schema, String path) {
        if (endsWithOneOf(path, OTHERWISE_TYPED)) {
            return;
        }
        Class<?> raw = WireFields.raw(type);
        if (raw == Optional.class) {
            compareValue(WireFields.argument(type, 0), schema, path);
        } else if (raw == JsonNode.class) {
            expect(endsWithOneOf(path, OPAQUE), path, "kept as JSON without a stated reason");
        } else if (raw == List.class) {
            expect(
                    schema.path("type").asText().equals("array"),
                    path,
                    "a list, but the schema says " + schema.path("type"));
            compareValue(WireFields.argument(type, 0), schema.path("items"), path + "[]");
        } else if (raw == Map.class) {
            compareValue(WireFields.argument(type, 1), schema.path("additionalProperties"), path + "{}");
        } else if (raw.isEnum()) {
            compareEnum(raw, schema, path);
        } else if (raw.getName().startsWith("io.eastwest.model.kubernetes.")) {
            comparedFields++;
        } else if (raw.isAnnotationPresent(MeshValue.class) || raw.isSealed()) {
            compareObject(raw, schema, path);
        } else if (raw.isRecord()) {
            RecordComponent component = raw.getRecordComponents()[0];
            expect(component.getAccessor().isAnnotationPresent(JsonValue.class), path, "a record without a wire value");
            compareValue(component.getGenericType(), schema, path);
        } else {
            compareScalar(raw, schema, path);
        }
    }

    private void compareEnum(Class<?> type, JsonNode schema, String path) {
        Set<String> expected = new TreeSet<>();
        schema.path("enum").forEach(value -> expected.add(value.asText()));
        Set<String> actual = new TreeSet<>();
        for (Object constant : type.getEnumConstants()) {
            actual.add(WireFields.name((Enum<?>) constant));
        }
        expect(actual.equals(expected), path, "constants " + actual + " but the schema says " + expected);
    }

    private void compareScalar(Class<?> type, JsonNode schema, String path) {
        String wire = schema.path("type").asText();
        boolean fits;
        if (type == int.class || type == Integer.class || type == OptionalInt.class || type == OptionalLong.class) {
            fits = wire.equals("integer");
        } else if (type == OptionalDouble.class) {
            fits = wire.equals("number");
        } else if (type == Boolean.class) {
            fits = wire.equals("boolean");
        } else if (type == String.class) {
            fits = wire.equals("string") && !isDuration(schema);
        } else {
            fits = type == Duration.class && wire.equals("string");
        }
        expect(fits, path, type.getSimpleName() + " but the schema says " + wire);
    }

    private static boolean isDuration(JsonNode schema) {
        return schema.path("x-kubernetes-validations").toString().contains("duration(self)");
    }

    private void expect(boolean condition, String path, String difference) {
        if (!condition) {
            differences.add(path + ": " + difference);
        }
    }

    private static boolean endsWithOneOf(String path, Map<String, String> list) {
        return list.keySet().stream().anyMatch(path::endsWith);
    }

    private static Map<String, String> opaque() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(".status", "written by controllers, not read by the SDK");
        reasons.put(".status.conditions[]", "written by controllers, not read by the SDK");
        reasons.put(".status.validationMessages[]", "written by controllers, not read by the SDK");
        reasons.put(".status.observedGeneration", "a number or a text, written by controllers");
        reasons.put(".patch.value", "Envoy configuration, free of schema");
        reasons.put(".pluginConfig", "configuration of a filter, free of schema");
        List<String> receivers = List.of(
                "zipkin",
                "lightstep",
                "datadog",
                "stackdriver",
                "opencensus",
                "openCensusAgent",
                "skywalking",
                "opentelemetry",
                "prometheus",
                "envoyFileAccessLog",
                "envoyHttpAls",
                "envoyTcpAls",
                "envoyOtelAls");
        for (String receiver : receivers) {
            reasons.put("." + receiver, "a receiver of telemetry, which no decision depends on");
        }
        reasons.put(".tracing.customTags{}", "telemetry, which no decision depends on");
        reasons.put(".sds", "deprecated and without effect");
        reasons.put(".certificates[]", "deprecated and without effect");
        reasons.put(".privateKeyProvider", "an accelerator, which no decision depends on");
        reasons.put(".gatewayTopology.proxyProtocol", "a message without fields");
        return reasons;
    }

    private static Map<String, String> beyondTheSchema() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(".metadata", "described by Kubernetes for all kinds");
        reasons.put("ServiceEntry.status.addresses", "written by the control plane, kept by the open status schema");
        return reasons;
    }

    private static Map<String, String> otherwiseTyped() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(
                "MeshConfig.defaultConfig.readinessProbe",
                "the operator gives the schema of Kubernetes, the control plane reads the probe of a WorkloadGroup");
        return reasons;
    }
}
