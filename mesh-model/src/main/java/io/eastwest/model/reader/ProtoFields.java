package io.eastwest.model.reader;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.style.MeshValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a message as its accessors tell them. */
final class ProtoFields {
    private static final String MESSAGES = "io.eastwest.model.istio.";
    private static final String IRREGULAR = "mesh_mTLS";

    private ProtoFields() {}

    /** Whether a type stands for a message of Istio; those of Kubernetes have one spelling of each name. */
    static boolean isMessage(Class<?> type) {
        return type.getName().startsWith(MESSAGES) && (type.isAnnotationPresent(MeshValue.class) || type.isSealed());
    }

    /** JSON name and type of each field, by name. */
    static Map<String, Type> of(Class<?> message) {
        Map<String, Type> fields = new TreeMap<>();
        if (message.isSealed()) {
            for (Class<?> arm : message.getPermittedSubclasses()) {
                for (RecordComponent component : arm.getRecordComponents()) {
                    fields.put(wireName(component.getAccessor(), component.getName()), component.getGenericType());
                }
            }
        } else {
            for (Method method : message.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    fields.put(wireName(method, method.getName()), method.getGenericReturnType());
                }
            }
        }
        return fields;
    }

    /**
     * The JSON name of a field that is spelt as in the protocol buffer; the given name when it is not spelt so. All but
     * one of those names are in lower case.
     */
    static String jsonName(String protoName) {
        boolean isProtoName = protoName.equals(IRREGULAR) || protoName.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
        if (!isProtoName) {
            return protoName;
        }
        StringBuilder name = new StringBuilder();
        boolean raise = false;
        for (int i = 0; i < protoName.length(); i++) {
            char c = protoName.charAt(i);
            if (c == '_') {
                raise = true;
            } else {
                name.append(raise && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                raise = false;
            }
        }
        return name.toString();
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static String wireName(AnnotatedElement accessor, String name) {
        JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        return property == null ? name : property.value();
    }
}
