package io.eastwest.model.reader;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The reader of each type, learnt from the annotations that Jackson knows when the first value is read: a description of all
 * types by Jackson costs a short-lived process more than all of its documents. Thread-safe.
 */
final class ValueReaders {
    private static final Map<Class<?>, ValueReader> KNOWN = new ConcurrentHashMap<>(Scalars.readers());
    private static final ValueReader GO_DURATION = new DurationReading(false);
    private static final ValueReader GATEWAY_DURATION = new DurationReading(true);
    private static final String GATEWAY_API = "io.eastwest.model.gatewayapi";

    private ValueReaders() {}

    /**
     * The reader of a type.
     *
     * @param type a scalar, an enum, {@code JsonNode}, a type with a {@code JsonCreator}, one that is implemented by Immutables, a
     *     record, or an {@code Optional}, list or map of these
     * @param owner whose field it is; durations of the Gateway API have a syntax of their own
     * @throws IllegalArgumentException if values of the type cannot be read
     */
    static ValueReader of(Type type, Class<?> owner) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, owner);
        }
        if (type == Duration.class) {
            return owner.getPackageName().equals(GATEWAY_API) ? GATEWAY_DURATION : GO_DURATION;
        }
        Class<?> plain = (Class<?>) type;
        ValueReader known = KNOWN.get(plain);
        if (known == null) {
            known = learn(plain);
            KNOWN.put(plain, known);
        }
        return known;
    }

    private static ValueReader ofGeneric(ParameterizedType type, Class<?> owner) {
        Type[] arguments = type.getActualTypeArguments();
        Type content = arguments[arguments.length - 1];
        if (type.getRawType() == Optional.class) {
            return new OptionalReading(of(content, owner));
        }
        if (type.getRawType() == List.class) {
            return new ListReading(of(content, owner), content == JsonNode.class);
        }
        if (type.getRawType() == Map.class && (arguments[0] == String.class || arguments[0] == Integer.class)) {
            return new MapReading(of(content, owner), content == JsonNode.class, arguments[0] == Integer.class);
        }
        throw unreadable(type);
    }

    private static ValueReader learn(Class<?> type) {
        if (type.isEnum()) {
            return new EnumReading(type);
        }
        JsonDeserialize implementation = type.getAnnotation(JsonDeserialize.class);
        MessageFields fields = MessageFields.ofGenerated(implementation == null ? type : implementation.as());
        if (fields != null) {
            return new MessageReading(fields);
        }
        Executable creator = creator(type);
        if (creator == null && type.isRecord()) {
            return new MessageReading(MessageFields.ofRecord(type));
        }
        if (creator == null) {
            throw unreadable(type);
        }
        JsonCreator.Mode mode = creator.getAnnotation(JsonCreator.class).mode();
        return mode == JsonCreator.Mode.DELEGATING
                ? new DelegatingReading(creator, of(creator.getGenericParameterTypes()[0], type))
                : new MessageReading(MessageFields.ofCreator(creator));
    }

    private static @Nullable Executable creator(Class<?> type) {
        List<Executable> makers = new ArrayList<>(Arrays.asList(type.getDeclaredMethods()));
        makers.addAll(Arrays.asList(type.getDeclaredConstructors()));
        for (Executable maker : makers) {
            if (maker.isAnnotationPresent(JsonCreator.class)) {
                return maker;
            }
        }
        return null;
    }

    private static IllegalArgumentException unreadable(Type type) {
        return new IllegalArgumentException("values of " + type.getTypeName() + " cannot be read: it is no scalar, no"
                + " enum, no record, not implemented by Immutables for Jackson, and has no JsonCreator");
    }
}
