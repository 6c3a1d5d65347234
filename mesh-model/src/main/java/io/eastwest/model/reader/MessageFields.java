package io.eastwest.model.reader;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.eastwest.model.MeshResource;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a value type, learnt from what Immutables generates for Jackson: a class {@code Json} with a setter for each
 * field, and {@code fromJson} that makes the value from one. Immutable but for what is learnt late.
 */
final class MessageFields {
    private final Class<?> type;
    private final Constructor<?> maker;
    private final Method fromJson;
    private final Map<String, MessageField> fields;
    private final List<String> required;
    private final @Nullable Method others;
    private volatile @Nullable Map<String, MessageField> spellings;

    private MessageFields(
            Constructor<?> maker, Method fromJson, Map<String, MessageField> fields, @Nullable Method others) {
        this.type = maker.getDeclaringClass().getInterfaces()[0];
        this.maker = maker;
        this.fromJson = fromJson;
        this.fields = fields;
        this.others = others;
        List<String> names = new ArrayList<>();
        fields.forEach((name, field) -> {
            if (field.isRequired()) {
                names.add(name);
            }
        });
        this.required = Collections.unmodifiableList(names);
    }

    /** Learns from a generated type; null when it is none, or says more to Jackson than is understood here. */
    static @Nullable MessageFields of(Class<?> type, TypeFactory types) {
        Method fromJson = null;
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getName().equals("fromJson")) {
                fromJson = method;
            }
        }
        if (fromJson == null || !fromJson.isAnnotationPresent(JsonCreator.class)) {
            return null;
        }
        Class<?> json = fromJson.getParameterTypes()[0];
        if (!json.getName().equals(type.getName() + "$Json")) {
            return null;
        }
        Map<String, MessageField> fields = new LinkedHashMap<>();
        Method others = null;
        for (Method setter : json.getDeclaredMethods()) {
            if (setter.getReturnType() != void.class) {
                continue;
            }
            JsonProperty name = null;
            for (Annotation said : setter.getDeclaredAnnotations()) {
                if (said instanceof JsonProperty property) {
                    name = property;
                } else if (said instanceof JsonAnySetter && setter.getParameterTypes()[1] == JsonNode.class) {
                    others = open(setter);
                } else if (!(said instanceof JsonIgnore)) {
                    return null;
                }
            }
            if (name != null) {
                fields.put(name.value(), new MessageField(name.value(), open(setter), name.required(), types));
            }
        }
        try {
            Constructor<?> maker = json.getDeclaredConstructor();
            maker.setAccessible(true);
            return new MessageFields(maker, open(fromJson), fields, others);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Method open(Method method) {
        method.setAccessible(true);
        return method;
    }

    /** The field of that name, or of which it is another spelling; null for an unknown one. */
    @Nullable
    MessageField find(String name) {
        MessageField field = fields.get(name);
        return field == null ? spellings().get(name) : field;
    }

    private Map<String, MessageField> spellings() {
        Map<String, MessageField> known = spellings;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Method accessor : type.getMethods()) {
                JsonAlias alias = accessor.getAnnotation(JsonAlias.class);
                JsonProperty property = accessor.getAnnotation(JsonProperty.class);
                MessageField field = fields.get(property == null ? accessor.getName() : property.value());
                if (alias != null && field != null) {
                    for (String spelling : alias.value()) {
                        known.put(spelling, field);
                    }
                }
            }
            spellings = known;
        }
        return known;
    }

    Set<String> names() {
        return fields.keySet();
    }

    List<String> required() {
        return required;
    }

    /** Whether fields that are not among these are kept. */
    boolean isOpen() {
        return others != null;
    }

    /** Whether it is a whole resource, whose kind is said by its type. */
    boolean isResource() {
        return MeshResource.class.isAssignableFrom(type);
    }

    Object start() throws ReflectiveOperationException {
        return maker.newInstance();
    }

    void addOther(Object json, String name, JsonNode value) throws ReflectiveOperationException {
        if (others != null) {
            others.invoke(json, name, value);
        }
    }

    /** The value; null when it could not be made without saying why. */
    @Nullable
    Object finish(Object json) throws InvocationTargetException {
        try {
            return fromJson.invoke(null, json);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
