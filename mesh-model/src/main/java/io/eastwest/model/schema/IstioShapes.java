package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.util.Map;

/** Shapes that several kinds of Istio share. */
final class IstioShapes {
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Form GROUP = Form.of(
            "^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
            "a DNS name in lower case, or empty for the core group,");
    private static final Form KIND =
            Form.of("^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$", "letters, digits and -, beginning with a letter,");

    /** The name of an HTTP header in forms that copy it. */
    static final Form HEADER_NAME = Form.of("^[-_A-Za-z0-9]+$", "letters, digits, - and _");

    /** A number of 32 bits without a sign. */
    static final Shape UINT32 = integer().between(0, 4_294_967_295L);

    static final Shape PORT = integer().between(1, 65_535);

    /** A duration of one millisecond or more. */
    static final Shape DURATION = text().check(IstioShapes::checkDuration);

    static final Shape NOT_EMPTY = text().size(1, Integer.MAX_VALUE);

    static final Shape DESTINATION = object().require("host").field("port", object().field("number", UINT32));

    private static final Shape LABEL_VALUE = text().atMost(63).check(IstioShapes::checkLabelValue);

    /** The selector of policies: names and values without wildcards. */
    static final Shape SELECTOR =
            object().field("matchLabels", mapOf(LABEL_VALUE).atMost(4096).check(IstioShapes::checkLabelNames));

    /** The selector of configuration for proxies: values without wildcards. */
    static final Shape WORKLOAD_SELECTOR =
            object().field("labels", mapOf(LABEL_VALUE).atMost(256));

    private static final Shape TARGET = object().require("kind", "name")
            .field("group", text().atMost(253).form(GROUP))
            .field("kind", text().size(1, 63).form(KIND))
            .field("name", text().size(1, 253))
            .field(
                    "namespace",
                    text().must(
                                    namespace -> namespace.textValue().isEmpty(),
                                    IssueCode.CROSS_NAMESPACE_REFERENCE,
                                    "must be empty because a policy applies to its own namespace only",
                                    "remove it"));

    static final Shape TARGETS = listOf(TARGET).atMost(16);

    /** The specification of a policy that takes a selector, one target, or several. */
    static final Shape POLICY = object().atMostOneOf("selector", "targetRef", "targetRefs")
            .field("selector", SELECTOR)
            .field("targetRef", TARGET)
            .field("targetRefs", TARGETS);

    private IstioShapes() {}

    /** An object whose specification has this shape. */
    static Shape kind(Shape spec) {
        return object().field("spec", spec);
    }

    private static void checkDuration(JsonNode self, Place place) {
        String text = self.textValue();
        if (GoDuration.parse(text).filter(value -> value.compareTo(LEAST) >= 0).isEmpty()) {
            String message = "must be a duration of 1ms or more but was " + IssueText.quote(text);
            place.error(IssueCode.DURATION_TOO_FINE, message, "use a duration such as 10s or 500ms");
        }
    }

    private static void checkLabelValue(JsonNode self, Place place) {
        if (self.textValue().contains("*")) {
            String message = "must not contain a wildcard but was " + IssueText.quote(self.textValue());
            place.error(IssueCode.LABEL_INVALID, message, "name one value");
        }
    }

    private static void checkLabelNames(JsonNode self, Place place) {
        for (Map.Entry<String, JsonNode> label : self.properties()) {
            String name = label.getKey();
            if (name.isEmpty() || name.contains("*")) {
                String message = "name of a label must not " + (name.isEmpty() ? "be empty" : "contain a wildcard");
                place.field(name).error(IssueCode.LABEL_INVALID, message, "name one label");
            }
        }
    }
}
