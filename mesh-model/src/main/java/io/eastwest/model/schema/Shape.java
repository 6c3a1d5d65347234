package io.eastwest.model.schema;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.IssueCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a definition asks of one value and of what it holds. Only what is constrained needs to be said: fields that are
 * not named are passed over. Immutable; each method gives a shape that also asks for something more.
 *
 * <pre>{@code
 * object().require("name").field("port", integer().between(1, 65535)).atMostOneOf("selector", "targetRefs")
 * }</pre>
 */
final class Shape {
    private static final Shape ANY = of(JsonType.ANY, null);

    private final JsonType type;
    private final Map<String, Shape> fields;
    private final @Nullable Shape element;
    private final List<Check> checks;
    private final @Nullable JsonNode standard;

    /** Jackson's mapper, which takes a while to load, for the few shapes that need it. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }

    private Shape(
            JsonType type,
            Map<String, Shape> fields,
            @Nullable Shape element,
            List<Check> checks,
            @Nullable JsonNode standard) {
        this.type = type;
        this.fields = fields;
        this.element = element;
        this.checks = checks;
        this.standard = standard;
    }

    private static Shape of(JsonType type, @Nullable Shape element) {
        return new Shape(type, new LinkedHashMap<>(), element, List.of(), null);
    }

    /** An object with fields of its own. */
    static Shape object() {
        return of(JsonType.OBJECT, null);
    }

    /** An object with any names and one shape for all values. */
    static Shape mapOf(Shape value) {
        return of(JsonType.OBJECT, value);
    }

    static Shape listOf(Shape element) {
        return of(JsonType.LIST, element);
    }

    static Shape text() {
        return of(JsonType.TEXT, null);
    }

    static Shape integer() {
        return of(JsonType.INTEGER, null);
    }

    static Shape number() {
        return of(JsonType.NUMBER, null);
    }

    static Shape bool() {
        return of(JsonType.BOOLEAN, null);
    }

    static Shape integerOrText() {
        return of(JsonType.INTEGER_OR_TEXT, null);
    }

    /** Adds a constraint; it runs when the value has the type of the shape. */
    Shape check(Check check) {
        List<Check> all = new ArrayList<>(checks);
        all.add(requireNonNull(check, "check"));
        return new Shape(type, fields, element, all, standard);
    }

    /** Adds a constraint whose problem stands at the value itself. */
    Shape must(Predicate<JsonNode> rule, IssueCode code, String message, String hint) {
        return check((self, place) -> {
            if (!rule.test(self)) {
                place.error(code, message, hint);
            }
        });
    }

    /** The text that an API server writes where there is none. */
    Shape standard(String text) {
        return standard(JsonNodeFactory.instance.textNode(text));
    }

    /** The number that an API server writes where there is none. */
    Shape standard(int number) {
        return standard(JsonNodeFactory.instance.numberNode(number));
    }

    /** The value that an API server writes where there is none, as JSON text; what it holds is completed in turn. */
    Shape standardJson(String json) {
        try {
            return standard(Json.MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private Shape standard(JsonNode value) {
        return new Shape(type, fields, element, checks, value);
    }

    /** Says what a field of the object looks like. */
    Shape field(String name, Shape shape) {
        Map<String, Shape> all = new LinkedHashMap<>(fields);
        if (all.put(name, requireNonNull(shape, "shape")) != null) {
            throw new IllegalArgumentException("field " + name + " is described twice");
        }
        return new Shape(type, all, element, checks, standard);
    }

    Shape require(String... names) {
        return check(Bounds.required(List.of(names)));
    }

    /** At most one of the fields may be there, be it empty. */
    Shape atMostOneOf(String... names) {
        return check(Bounds.atMostOneOf(List.of(names)));
    }

    /** Inclusive bounds of a number. */
    Shape between(long least, long most) {
        return check(Bounds.between(least, most));
    }

    Shape atLeast(long least) {
        return check(Bounds.atLeast(least));
    }

    /** Inclusive bounds of the length of a text, in code points, or of the number of entries of a list or object. */
    Shape size(int least, int most) {
        return check(type == JsonType.TEXT ? Bounds.length(least, most) : Bounds.entries(least, most));
    }

    Shape atMost(int most) {
        return size(0, most);
    }

    Shape form(Form form) {
        return check(Bounds.form(form));
    }

    Shape in(String... words) {
        return check(Bounds.in(List.of(words)));
    }

    /** Elements of the list are told apart by these fields. */
    Shape keyedBy(String... names) {
        return check(Bounds.keyedBy(List.of(names)));
    }

    /** No two elements of the list are equal. */
    Shape distinct() {
        return check(Bounds.distinct());
    }

    /** Leaves out nulls of objects and writes defaults, as an API server does before it looks at the value. */
    void complete(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().removeIf(entry -> entry.getValue().isNull());
            for (Map.Entry<String, Shape> field : fields.entrySet()) {
                JsonNode written = field.getValue().standard;
                if (written != null && !object.has(field.getKey())) {
                    object.set(field.getKey(), written.deepCopy());
                }
            }
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (entry.getValue().isContainerNode()) {
                    below(entry.getKey()).complete(entry.getValue());
                }
            }
        } else if (value instanceof ArrayNode list) {
            for (JsonNode entry : list) {
                below("").complete(entry);
            }
        }
    }

    private Shape below(String name) {
        Shape shape = fields.getOrDefault(name, element);
        return shape == null ? ANY : shape;
    }

    /** Reports all problems of the value and of what it holds. */
    void check(JsonNode value, Place place) {
        if (!type.holds(value)) {
            place.error(IssueCode.WRONG_TYPE, "must be " + type.words() + " but was " + JsonType.describe(value), "");
            return;
        }
        int known = place.problems();
        for (Check check : checks) {
            boolean enough = type == JsonType.TEXT && place.problems() > known;
            if (!enough) { // of a text the first problem says it all
                check.check(value, place);
            }
        }
        for (Map.Entry<String, Shape> field : fields.entrySet()) {
            JsonNode content = value.get(field.getKey());
            if (content != null) {
                field.getValue().check(content, place.field(field.getKey()));
            }
        }
        Shape each = element;
        if (each != null && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                each.check(value.get(i), place.index(i));
            }
        } else if (each != null) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                each.check(entry.getValue(), place.field(entry.getKey()));
            }
        }
    }
}
