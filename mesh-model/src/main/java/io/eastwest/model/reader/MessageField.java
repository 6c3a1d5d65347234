package io.eastwest.model.reader;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One field of a value type. Its reader is made when the first document has the field. Thread-safe. */
final class MessageField {
    private final String name;
    private final Method setter;
    private final JavaType type;
    private final boolean required;
    private volatile @Nullable JsonDeserializer<Object> reader;

    MessageField(String name, Method setter, JavaType type, boolean required) {
        this.name = name;
        this.setter = setter;
        this.type = type;
        this.required = required;
    }

    String name() {
        return name;
    }

    boolean isRequired() {
        return required;
    }

    JsonDeserializer<Object> reader(DeserializationContext context) throws JsonMappingException {
        JsonDeserializer<Object> known = reader;
        if (known == null) {
            known = context.findContextualValueDeserializer(type, null);
            reader = known;
        }
        return known;
    }

    void set(Object json, @Nullable Object value) throws ReflectiveOperationException {
        setter.invoke(json, value);
    }
}
