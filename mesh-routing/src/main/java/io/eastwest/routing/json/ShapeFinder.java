package io.eastwest.routing.json;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.balancing.Share;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the shape of a type: records have the fields of their components in that order, other values those of their builder by
 * name, sealed interfaces are choices. Used by one search only.
 */
final class ShapeFinder {
    private static final String BUILDER = "builder";

    private final Map<Type, JsonShape> known = new LinkedHashMap<>();

    ShapeFinder() {
        known.put(String.class, Scalars.TEXT);
        known.put(boolean.class, Scalars.TRUTH);
        known.put(Boolean.class, Scalars.TRUTH);
        known.put(int.class, Scalars.INT);
        known.put(Integer.class, Scalars.INT);
        known.put(long.class, Scalars.LONG);
        known.put(Long.class, Scalars.LONG);
        known.put(double.class, Scalars.DOUBLE);
        known.put(Double.class, Scalars.DOUBLE);
        known.put(Share.class, Scalars.SHARE);
        known.put(Duration.class, Scalars.TIME);
        known.put(Object.class, AnyShape.ANY);
    }

    JsonShape find(Type type) {
        JsonShape shape = known.get(type);
        if (shape == null) {
            shape = make(type);
            known.put(type, shape);
        }
        return shape;
    }

    private JsonShape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (Map.class.isAssignableFrom(raw)) {
                return new MapShape(find(argument(generic, 1)));
            }
            return new ListShape(find(argument(generic, 0)), Set.class.isAssignableFrom(raw));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Scalars.constants(plain);
        }
        return plain.isSealed() ? choice(plain) : object(plain, "");
    }

    private static Type argument(ParameterizedType type, int position) {
        Type argument = type.getActualTypeArguments()[position];
        return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
    }

    private ChoiceShape choice(Class<?> type) {
        Map<String, Class<?>> types = new TreeMap<>();
        Map<String, ObjectShape> arms = new TreeMap<>();
        for (Class<?> arm : type.getPermittedSubclasses()) {
            types.put(arm.getSimpleName(), arm);
            arms.put(arm.getSimpleName(), object(arm, arm.getSimpleName()));
        }
        return new ChoiceShape(name(type), types, arms);
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + '.' + type.getSimpleName();
    }

    private ObjectShape object(Class<?> type, String tag) {
        try {
            if (type == ResourceKey.class) {
                return key();
            }
            return type.isRecord() ? ofRecord(type, tag) : ofBuilder(type, tag);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no form for " + type, e);
        }
    }

    private ObjectShape key() throws NoSuchMethodException {
        List<JsonField> fields = new ArrayList<>();
        for (String name : List.of("group", "kind", "namespace", "name")) {
            fields.add(field(ResourceKey.class.getMethod(name)));
        }
        return new ObjectShape(
                name(ResourceKey.class),
                "",
                fields,
                parts -> ResourceKey.of((String) parts[0], (String) parts[1], (String) parts[2], (String) parts[3]));
    }

    private ObjectShape ofRecord(Class<?> type, String tag) throws NoSuchMethodException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        List<JsonField> fields = new ArrayList<>();
        for (RecordComponent component : components) {
            fields.add(field(component.getAccessor()));
        }
        return new ObjectShape(name(type), tag, fields, constructor::newInstance);
    }

    private ObjectShape ofBuilder(Class<?> type, String tag) throws NoSuchMethodException {
        Method start = type.getMethod(BUILDER);
        Method end = start.getReturnType().getMethod("build");
        List<Method> accessors = Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> setter(start.getReturnType(), method).isPresent())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        List<Method> setters = accessors.stream()
                .map(method -> setter(start.getReturnType(), method).orElseThrow())
                .toList();
        List<JsonField> fields = accessors.stream().map(this::field).toList();
        return new ObjectShape(name(type), tag, fields, parts -> {
            Object builder = start.invoke(null);
            for (int i = 0; i < parts.length; i++) {
                setters.get(i).invoke(builder, parts[i]);
            }
            return end.invoke(builder);
        });
    }

    /** {@return the method of a builder that takes all of what an accessor gives; empty: it is derived} */
    private static Optional<Method> setter(Class<?> builder, Method accessor) {
        Class<?> type = accessor.getReturnType();
        return Arrays.stream(builder.getMethods())
                .filter(method -> method.getName().equals(accessor.getName()) && method.getParameterCount() == 1)
                .filter(method -> {
                    Class<?> taken = method.getParameterTypes()[0];
                    return taken != Object.class && !taken.isArray() && taken.isAssignableFrom(type);
                })
                .findFirst();
    }

    private JsonField field(Method accessor) {
        Class<?> raw = accessor.getReturnType();
        Type type = accessor.getGenericReturnType();
        if (raw == Optional.class) {
            Type inner = argument((ParameterizedType) type, 0);
            return new JsonField(accessor.getName(), accessor, find(inner), JsonField.Presence.OPTIONAL);
        }
        if (raw == OptionalInt.class) {
            return new JsonField(accessor.getName(), accessor, Scalars.INT, JsonField.Presence.OPTIONAL_INT);
        }
        if (raw == OptionalLong.class) {
            return new JsonField(accessor.getName(), accessor, Scalars.LONG, JsonField.Presence.OPTIONAL_LONG);
        }
        return new JsonField(accessor.getName(), accessor, find(type), presence(raw));
    }

    private static JsonField.Presence presence(Class<?> type) {
        if (Map.class.isAssignableFrom(type)) {
            return JsonField.Presence.MAP;
        }
        if (Set.class.isAssignableFrom(type)) {
            return JsonField.Presence.SET;
        }
        return List.class.isAssignableFrom(type) ? JsonField.Presence.LIST : JsonField.Presence.REQUIRED;
    }
}
