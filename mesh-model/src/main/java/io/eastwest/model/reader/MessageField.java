package io.eastwest.model.reader;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** One field of a value type. Its reader is found when the first document has the field. Thread-safe. */
final class MessageField {
    private final String name;
    private final boolean required;
    private final Type type;
    private final Class<?> owner;
    private final Setter setter;
    private volatile @Nullable ValueReader reader;

    /** Puts the value of a field into a value that is being made. */
    @FunctionalInterface
    interface Setter {
        void set(Object draft, @Nullable Object value) throws ReflectiveOperationException;
    }

    MessageField(String name, boolean required, Type type, Class<?> owner, Setter setter) {
        this.name = name;
        this.required = required;
        this.type = type;
        this.owner = owner;
        this.setter = setter;
    }

    String name() {
        return name;
    }

    boolean isRequired() {
        return required;
    }

    ValueReader reader() {
        ValueReader known = reader;
        if (known == null) {
            known = ValueReaders.of(type, owner);
            reader = known;
        }
        return known;
    }

    void set(Object draft, @Nullable Object value) throws ReflectiveOperationException {
        setter.set(draft, value);
    }
}
