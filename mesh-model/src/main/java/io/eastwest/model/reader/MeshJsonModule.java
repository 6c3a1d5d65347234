package io.eastwest.model.reader;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What Jackson is taught so that it reads strictly and goes on after a problem. */
final class MeshJsonModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private MeshJsonModule() {
        super("eastwest-reading");
    }

    /** A mapper that only reads from {@link NodeParser}s, with {@link Problems} as an attribute. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new MeshJsonModule())
                .addHandler(new Fallback())
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Readers());
        context.addBeanDeserializerModifier(new Wrapping());
    }

    private static final class Readers extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        Readers() {
            Scalars.addTo(this);
            addDeserializer(Duration.class, new DurationReading(false));
        }

        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) throws JsonMappingException {
            MessageFields fields = MessageFields.of(type.getRawClass(), config.getTypeFactory());
            return fields == null
                    ? super.findBeanDeserializer(type, config, description)
                    : new MessageReading(type.getRawClass(), fields);
        }

        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            boolean hasFactory = false;
            for (AnnotatedMethod factory : description.getFactoryMethods()) {
                hasFactory |= factory.hasAnnotation(JsonCreator.class);
            }
            return hasFactory ? null : new EnumReading(type);
        }
    }

    private static final class Wrapping extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            return deserializer instanceof BeanDeserializerBase
                    ? new ObjectReading(deserializer, description.findAnySetterAccessor() != null)
                    : deserializer;
        }

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return CollectionReading.of(deserializer, NodeKind.LIST, type.getContentType());
        }

        @Override
        public JsonDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config,
                MapType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return CollectionReading.of(deserializer, NodeKind.OBJECT, type.getContentType());
        }
    }

    /** Types that this module does not know, such as bytes, and map keys that are no numbers. */
    private static final class Fallback extends DeserializationProblemHandler {
        @Override
        public @Nullable Object handleWeirdKey(
                DeserializationContext context, Class<?> type, String key, String failure) throws IOException {
            JsonParser parser = context.getParser();
            Problems problems = Problems.of(context);
            problems.fail(
                    IssueCode.WRONG_TYPE,
                    problems.node(parser),
                    "field name " + IssueText.quote(key) + " is not a number",
                    "use a number as the name");
            return null;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String failure) throws IOException {
            Problems problems = Problems.of(context);
            int node = problems.node(context.getParser());
            problems.fail(IssueCode.INVALID_VALUE, node, "cannot be read: " + problems.describe(node), "");
            return null;
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String failure)
                throws IOException {
            Problems problems = Problems.of(context);
            int node = problems.node(parser);
            problems.fail(IssueCode.WRONG_TYPE, node, "must not be " + problems.describe(node), "");
            if (parser instanceof NodeParser nodes) {
                nodes.finish(node);
            }
            return null;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                @Nullable ValueInstantiator maker,
                @Nullable JsonParser parser,
                String failure)
                throws IOException {
            Problems problems = Problems.of(context);
            JsonParser given = parser == null ? context.getParser() : parser;
            int node = problems.node(given);
            problems.fail(IssueCode.WRONG_TYPE, node, "must not be " + problems.describe(node), "");
            if (given instanceof NodeParser nodes) {
                nodes.finish(node);
            }
            return null;
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object bean,
                String name)
                throws IOException {
            parser.skipChildren();
            return true;
        }
    }
}
