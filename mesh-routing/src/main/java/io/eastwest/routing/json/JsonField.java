package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.IssueCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object.
 *
 * @param name its name
 * @param accessor gives the part of the value
 * @param shape shape of the part
 * @param presence what stands for a field that is not written
 */
record JsonField(String name, Method accessor, JsonShape shape, Presence presence) {
    /** What stands for a field that is not written. */
    enum Presence {
        /** Nothing: the field must be there. */
        REQUIRED,
        /** An empty {@code Optional}. */
        OPTIONAL,
        /** An empty {@code OptionalInt}. */
        OPTIONAL_INT,
        /** An empty {@code OptionalLong}. */
        OPTIONAL_LONG,
        /** An empty list. */
        LIST,
        /** An empty set. */
        SET,
        /** An empty map. */
        MAP
    }

    /** Writes the field if the value has something for it. */
    void write(Object value, ObjectNode object) {
        Object part = part(value);
        Optional<Object> given = switch (presence) {
            case OPTIONAL -> ((Optional<?>) part).map(each -> each);
            case OPTIONAL_INT ->
                ((OptionalInt) part).stream().boxed().map(each -> (Object) each).findFirst();
            case OPTIONAL_LONG ->
                ((OptionalLong) part)
                        .stream().boxed().map(each -> (Object) each).findFirst();
            default -> Optional.of(part);
        };
        given.map(shape::write)
                .filter(node -> presence == Presence.REQUIRED
                        || !node.isContainerNode()
                        || !node.isEmpty()
                        || presence == Presence.OPTIONAL)
                .ifPresent(node -> object.set(name, node));
    }

    private Object part(Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " cannot be called", e);
        }
    }

    /** {@return the part of a value that an object holds; null when something is wrong with it} */
    @Nullable
    Object read(JsonNode object, JsonReading at) {
        JsonNode node = object.get(name);
        if (node == null) {
            return presence == Presence.REQUIRED
                    ? at.wrong(IssueCode.MISSING_FIELD, "field " + name + " is missing", "add it")
                    : wrapped(null);
        }
        Object part = shape.read(node, at.field(name));
        return part == null ? null : wrapped(part);
    }

    private @Nullable Object wrapped(@Nullable Object part) {
        return switch (presence) {
            case REQUIRED -> part;
            case OPTIONAL -> Optional.ofNullable(part);
            case OPTIONAL_INT -> part == null ? OptionalInt.empty() : OptionalInt.of((Integer) part);
            case OPTIONAL_LONG -> part == null ? OptionalLong.empty() : OptionalLong.of((Long) part);
            case LIST -> part == null ? new ArrayList<>() : part;
            case SET -> part == null ? new LinkedHashSet<>() : part;
            case MAP -> part == null ? new LinkedHashMap<>() : part;
        };
    }
}
