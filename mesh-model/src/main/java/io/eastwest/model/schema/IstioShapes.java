package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
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

    /** A number of 32 bits without a sign. */
    static final Shape UINT32 = integer().between(0, 4_294_967_295L);

    /** A duration of one millisecond or more. */
    static final Shape DURATION = text().check(IstioShapes::checkDuration);

    static final Shape DESTINATION = object().require("host").field("port", object().field("number", UINT32));

    /** The selector of policies: names and values without wildcards. */
    static final Shape SELECTOR = object().field(
                    "matchLabels",
                    mapOf(text().atMost(63).check(IstioShapes::checkLabelValue))
                            .atMost(4096)
                            .check(IstioShapes::checkLabelNames));

    private IstioShapes() {}

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
