package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.DURATION;
import static io.eastwest.model.schema.IstioShapes.NOT_EMPTY;
import static io.eastwest.model.schema.IstioShapes.POLICY;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.number;
import static io.eastwest.model.schema.Shape.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;

/** The specification of a Telemetry. */
final class TelemetryShape {
    private static final Shape NAMED = object().require("name").field("name", NOT_EMPTY);
    private static final Shape VALUED = object().require("value").field("value", NOT_EMPTY);

    private static final Shape TRACING = object().field("providers", listOf(NAMED))
            .field("randomSamplingPercentage", number().between(0, 100))
            .field(
                    "customTags",
                    mapOf(object().atMostOneOf("literal", "environment", "header", "formatter")
                            .field("literal", VALUED)
                            .field("environment", NAMED)
                            .field("header", NAMED)
                            .field("formatter", VALUED)));

    private static final Shape OVERRIDE = object().field(
                    "match", object().atMostOneOf("metric", "customMetric").field("customMetric", NOT_EMPTY))
            .field("tagOverrides", mapOf(object().check(TelemetryShape::checkTag)));

    private static final Shape TELEMETRY = POLICY.field("tracing", listOf(TRACING))
            .field(
                    "metrics",
                    listOf(object().field("providers", listOf(NAMED))
                            .field("overrides", listOf(OVERRIDE))
                            .field("reportingInterval", DURATION)))
            .field("accessLogging", listOf(object().field("providers", listOf(NAMED))));

    /** A whole object. */
    static final Shape OBJECT = IstioShapes.kind(TELEMETRY);

    private TelemetryShape() {}

    private static void checkTag(JsonNode self, Place place) {
        String operation = self.path("operation").asText();
        if (operation.equals("UPSERT") && self.path("value").asText().isEmpty()) {
            String message = "required and not empty because the operation is UPSERT";
            place.field("value").error(IssueCode.MISSING_FIELD, message, "add it");
        } else if (operation.equals("REMOVE") && self.has("value")) {
            String message = "must not be set because the operation is REMOVE";
            place.field("value").error(IssueCode.FIELD_CONFLICT, message, "remove it");
        }
    }
}
