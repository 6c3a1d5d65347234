package io.eastwest.model.istio;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.style.MeshValue;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which fields of which types a set of documents uses. */
final class FieldCoverage {
    private final Set<String> used = new TreeSet<>();
    private final Set<String> all = new TreeSet<>();

    void add(Class<?> type, JsonNode document) {
        collect(type, document);
        declare(type);
    }

    /** Fields that no document uses, as {@code Type.field}. */
    Set<String> unused() {
        Set<String> unused = new TreeSet<>(all);
        unused.removeAll(used);
        return unused;
    }

    int size() {
        return all.size();
    }

    private void collect(Type type, JsonNode node) {
        Class<?> raw = WireFields.raw(type);
        if (raw == Optional.class) {
            collect(WireFields.argument(type, 0), node);
        } else if (raw == List.class) {
            node.forEach(element -> collect(WireFields.argument(type, 0), element));
        } else if (raw == Map.class) {
            node.forEach(element -> collect(WireFields.argument(type, 1), element));
        } else if (hasFields(raw)) {
            WireFields.of(raw).forEach((field, fieldType) -> {
                if (node.has(field)) {
                    used.add(raw.getSimpleName() + "." + field);
                    collect(fieldType, node.get(field));
                }
            });
        }
    }

    private void declare(Type type) {
        Class<?> raw = WireFields.raw(type);
        if (raw == Optional.class || raw == List.class) {
            declare(WireFields.argument(type, 0));
        } else if (raw == Map.class) {
            declare(WireFields.argument(type, 1));
        } else if (hasFields(raw)) {
            WireFields.of(raw).forEach((field, fieldType) -> {
                if (all.add(raw.getSimpleName() + "." + field)) {
                    declare(fieldType);
                }
            });
        }
    }

    private static boolean hasFields(Class<?> type) {
        boolean ours = type.getName().startsWith("io.eastwest.model.istio.");
        return ours
                && (type.isAnnotationPresent(MeshValue.class)
                        || type.isSealed()
                        || MeshResource.class.isAssignableFrom(type));
    }
}
