package io.eastwest.model.reader;

import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyMetadata;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.TypeResolutionContext;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One field of a value type. Its reader is made when the first document has the field. Thread-safe. */
final class MessageField {
    private final String name;
    private final Method setter;
    private final BeanProperty property;
    private final boolean required;
    private volatile @Nullable JsonDeserializer<Object> reader;

    MessageField(String name, Method setter, boolean required, TypeFactory types) {
        this.name = name;
        this.setter = setter;
        this.required = required;
        this.property = new BeanProperty.Std(
                PropertyName.construct(name),
                types.constructType(setter.getGenericParameterTypes()[0]),
                null,
                new AnnotatedMethod(new TypeResolutionContext.Empty(types), setter, null, null),
                PropertyMetadata.STD_OPTIONAL.withNulls(null, Nulls.SKIP));
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
            known = context.findContextualValueDeserializer(property.getType(), property);
            reader = known;
        }
        return known;
    }

    void set(Object json, @Nullable Object value) throws ReflectiveOperationException {
        setter.invoke(json, value);
    }
}
