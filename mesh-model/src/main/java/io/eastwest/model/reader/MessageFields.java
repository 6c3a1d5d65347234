package io.eastwest.model.reader;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshResource;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a value type, learnt from what Immutables generates for Jackson (a class {@code Json} with a setter for each
 * field, and {@code fromJson} that makes the value from one), from a {@code JsonCreator}, or from a record. Immutable but for what is learnt late.
 */
final class MessageFields {
    private final Class<?> type;
    private final ValueMaker starter;
    private final ValueMaker finisher;
    private final Map<String, MessageField> fields;
    private final List<String> required;
    private final @Nullable Method others;
    private volatile @Nullable Map<String, MessageField> spellings;

    private MessageFields(
            Class<?> type,
            ValueMaker starter,
            ValueMaker finisher,
            Map<String, MessageField> fields,
            @Nullable Method others) {
        this.type = type;
        this.starter = starter;
        this.finisher = finisher;
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
    static @Nullable MessageFields ofGenerated(Class<?> type) {
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
                    setter.setAccessible(true);
                    others = setter;
                } else if (!(said instanceof JsonIgnore || said instanceof JsonAlias)) {
                    return null;
                }
            }
            if (name != null) {
                setter.setAccessible(true);
                Type of = setter.getGenericParameterTypes()[0];
                fields.put(name.value(), new MessageField(name.value(), name.required(), of, json, setter::invoke));
            }
        }
        try {
            Constructor<?> starter = json.getDeclaredConstructor();
            return new MessageFields(
                    json.getInterfaces()[0], ValueMaker.of(starter), ValueMaker.of(fromJson), fields, others);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** Learns from a creator with a named parameter for each field; it is given null for a field that is not there. */
    static MessageFields ofCreator(Executable creator) {
        Map<String, MessageField> fields = new LinkedHashMap<>();
        Type[] types = creator.getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            JsonProperty name = requireNonNull(
                    creator.getParameters()[i].getAnnotation(JsonProperty.class),
                    () -> "a name for each parameter of " + creator);
            put(fields, name.value(), name.required(), types[i], creator.getDeclaringClass());
        }
        return ofArguments(creator, fields, none -> new Object[types.length]);
    }

    /** Learns from a record: its components are the fields; one that is not there is as if it were null in the document. */
    static MessageFields ofRecord(Class<?> type) {
        Map<String, MessageField> fields = new LinkedHashMap<>();
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            put(fields, component.getName(), false, component.getGenericType(), type);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            List<MessageField> all = List.copyOf(fields.values());
            return ofArguments(
                    type.getDeclaredConstructor(types),
                    fields,
                    none -> all.stream().map(field -> field.reader().absent()).toArray());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no constructor of record " + type.getName(), e);
        }
    }

    private static void put(
            Map<String, MessageField> fields, String name, boolean required, Type type, Class<?> owner) {
        int place = fields.size();
        MessageField.Setter setter = (draft, value) -> ((@Nullable Object[]) draft)[place] = value;
        fields.put(name, new MessageField(name, required, type, owner, setter));
    }

    private static MessageFields ofArguments(Executable maker, Map<String, MessageField> fields, ValueMaker starter) {
        ValueMaker made = ValueMaker.of(maker);
        return new MessageFields(
                maker.getDeclaringClass(), starter, draft -> made.make((@Nullable Object[]) draft[0]), fields, null);
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

    /** {@return a value that is being made, with no field set} */
    Object start() throws ReflectiveOperationException {
        return requireNonNull(starter.make());
    }

    void addOther(Object draft, String name, JsonNode value) throws ReflectiveOperationException {
        if (others != null) {
            others.invoke(draft, name, value);
        }
    }

    /** {@return the value; null when it could not be made without saying why} */
    @Nullable
    Object finish(Object draft) throws ReflectiveOperationException {
        return finisher.make(draft);
    }
}
