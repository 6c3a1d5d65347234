package io.eastwest.model.istio;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.MeshResource;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a type looks like on the wire, by its accessors. */
final class WireFields {
    private WireFields() {}

    /** Wire names and types of the fields of a value type or a closed choice. */
    static Map<String, Type> of(Class<?> type) {
        Map<String, Type> accessors = new LinkedHashMap<>();
        if (type.isSealed()) {
            for (Class<?> arm : type.getPermittedSubclasses()) {
                for (RecordComponent component : arm.getRecordComponents()) {
                    accessors.put(name(component), component.getGenericType());
                }
            }
            return accessors;
        }
        for (Method method : type.getMethods()) {
            if (isAttribute(method)) {
                accessors.put(name(method, method.getName()), method.getGenericReturnType());
                JsonAlias aliases = method.getAnnotation(JsonAlias.class);
                if (aliases != null) {
                    for (String alias : aliases.value()) {
                        accessors.put(alias, method.getGenericReturnType());
                    }
                }
            }
        }
        return accessors;
    }

    private static boolean isAttribute(Method method) {
        boolean hasDefault = MeshResource.class.isAssignableFrom(method.getDeclaringClass())
                && method.getName().equals("spec");
        return Modifier.isAbstract(method.getModifiers()) || hasDefault;
    }

    /** Wire name of the only field of an arm of a closed choice. */
    static String name(RecordComponent component) {
        return name(component.getAccessor(), component.getName());
    }

    private static String name(AnnotatedElement element, String name) {
        JsonProperty property = element.getAnnotation(JsonProperty.class);
        return property == null ? name : property.value();
    }

    static String name(Enum<?> constant) {
        try {
            return name(constant.getDeclaringClass().getField(constant.name()), constant.name());
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
