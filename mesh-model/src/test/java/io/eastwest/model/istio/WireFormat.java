package io.eastwest.model.istio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.eastwest.model.MeshResource;
import io.eastwest.model.scalar.GoDuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Reads and writes single values for tests, strictly and without the manifest reader. */
public final class WireFormat {
    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addDeserializer(Duration.class, new DurationReader())
                    .addSerializer(Duration.class, new DurationWriter()))
            .build();

    private WireFormat() {}

    /** Reads a tree. */
    public static JsonNode tree(String yaml) {
        try {
            return MAPPER.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a value; problems are thrown as Jackson reports them. */
    public static <T> T read(String yaml, Class<T> type) throws IOException {
        ObjectNode tree = (ObjectNode) tree(yaml);
        if (MeshResource.class.isAssignableFrom(type)) {
            tree.remove("kind");
        }
        return MAPPER.treeToValue(tree, type);
    }

    /** Writes a value as a tree. */
    public static ObjectNode write(Object value) {
        ObjectNode tree = MAPPER.valueToTree(value);
        if (value instanceof MeshResource resource) {
            tree.put("kind", resource.kind());
        }
        return tree;
    }

    private static final class DurationReader extends StdDeserializer<Duration> {
        private static final long serialVersionUID = 1L;

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            return GoDuration.parse(text)
                    .orElseThrow(() -> context.weirdStringException(text, Duration.class, "not a duration"));
        }
    }

    private static final class DurationWriter extends StdSerializer<Duration> {
        private static final long serialVersionUID = 1L;

        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(GoDuration.format(value));
        }
    }
}
