package io.eastwest.model.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the fields that open types keep without an accessor, as paths from the top of an object. */
final class UntypedFields {
    private final Set<String> paths = new TreeSet<>();

    private UntypedFields() {}

    static Set<String> of(Object value) {
        UntypedFields fields = new UntypedFields();
        fields.collect(value, "");
        return fields.paths;
    }

    private void collect(Object value, String path) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(content -> collect(content, path));
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> collect(element, path + "[]"));
        } else if (value instanceof Map<?, ?> entries) {
            entries.values().forEach(entry -> collect(entry, path + "{}"));
        } else if (value.getClass().getName().startsWith("io.eastwest.model.sail.")) {
            for (Class<?> type : value.getClass().getInterfaces()) {
                collect(value, type, path.isEmpty() ? "" : path + ".");
            }
        }
    }

    private void collect(Object value, Class<?> type, String base) {
        for (Method accessor : type.getDeclaredMethods()) {
            boolean isAttribute = accessor.getParameterCount() == 0
                    && (!accessor.isDefault() || accessor.getName().equals("spec"));
            if (!isAttribute || Modifier.isStatic(accessor.getModifiers())) {
                continue;
            }
            Object content = call(accessor, value);
            if (accessor.getName().equals("otherFields")) {
                ((Map<?, ?>) content).keySet().forEach(name -> paths.add(base + name));
            } else {
                collect(content, base + accessor.getName());
            }
        }
    }

    private static Object call(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
