package io.eastwest.model.writer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.eastwest.model.MeshResource;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.scalar.GatewayDuration;
import io.eastwest.model.scalar.GoDuration;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The JSON tree of a resource: apiVersion, kind and metadata first, then its fields in wire order. */
final class ResourceTree {
    private static final long MINUS_ZERO = Double.doubleToRawLongBits(-0.0);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule("eastwest-writing")
                    .addSerializer(Duration.class, new DurationWriting(false))
                    .addSerializer(Double.class, new DoubleWriting())
                    .addSerializer(double.class, new DoubleWriting())
                    .addSerializer(OptionalDouble.class, new OptionalDoubleWriting())
                    .addSerializer(Instant.class, ToStringSerializer.instance))
            .annotationIntrospector(new KeepRequired())
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ResourceTree() {}

    static ObjectNode of(MeshResource resource) {
        if (resource instanceof UnknownResource unknown) {
            return unknown.content();
        }
        ObjectNode fields = MAPPER.valueToTree(resource);
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put("apiVersion", resource.apiVersion());
        tree.put("kind", resource.kind());
        if (fields.has("metadata")) {
            tree.set("metadata", fields.get("metadata"));
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            tree.putIfAbsent(field.getKey(), field.getValue());
        }
        return tree;
    }

    static JsonNode ofValue(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A value that must be there is written even when it is empty: the core group is {@code group: ""}. */
    private static final class KeepRequired extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated member) {
            boolean mayBeAbsent = member instanceof AnnotatedClass
                    || member.getRawType().getName().startsWith("java.util.");
            return !mayBeAbsent
                    ? JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null)
                    : super.findPropertyInclusion(member);
        }
    }

    /** Writes 100 and not 100.0. */
    private static void write(double value, JsonGenerator generator) throws IOException {
        if (value == (int) value && Double.doubleToRawLongBits(value) != MINUS_ZERO) {
            generator.writeNumber((int) value);
        } else {
            generator.writeNumber(value);
        }
    }

    private static final class DoubleWriting extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1L;

        DoubleWriting() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            write(value, generator);
        }
    }

    private static final class OptionalDoubleWriting extends StdScalarSerializer<OptionalDouble> {
        private static final long serialVersionUID = 1L;

        OptionalDoubleWriting() {
            super(OptionalDouble.class);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, OptionalDouble value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(OptionalDouble value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            write(value.orElseThrow(), generator);
        }
    }

    /** Durations: in the syntax of the Gateway API for its types, in that of Go for all others. */
    private static final class DurationWriting extends StdScalarSerializer<Duration> implements ContextualSerializer {
        private static final long serialVersionUID = 1L;
        private static final String GATEWAY_API = "io.eastwest.model.gatewayapi";

        private final boolean gatewayApi;

        DurationWriting(boolean gatewayApi) {
            super(Duration.class);
            this.gatewayApi = gatewayApi;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property) {
            if (property == null || property.getMember() == null) {
                return this;
            }
            Class<?> owner = property.getMember().getDeclaringClass();
            return owner.getPackageName().equals(GATEWAY_API) ? new DurationWriting(true) : this;
        }

        @Override
        public void serialize(Duration value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(gatewayApi ? GatewayDuration.format(value) : GoDuration.format(value));
        }
    }
}
