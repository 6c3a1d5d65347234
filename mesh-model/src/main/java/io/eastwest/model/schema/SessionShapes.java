package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;

/** How sessions stay at one backend. Experimental channel. */
final class SessionShapes {
    static final Shape SESSION = object().field("sessionName", text().atMost(128))
            .field("absoluteTimeout", HttpRouteShapes.DURATION)
            .field("type", text().in("Cookie", "Header").standard("Cookie"))
            .field(
                    "cookieConfig",
                    object().field(
                                    "lifetimeType",
                                    text().in("Permanent", "Session").standard("Session")))
            .check(SessionShapes::check);

    private SessionShapes() {}

    private static void check(JsonNode self, Place place) {
        JsonNode cookie = self.path("cookieConfig");
        if (cookie.path("lifetimeType").asText().equals("Permanent") && !self.has("absoluteTimeout")) {
            String message = "required with a cookie of lifetimeType Permanent but not set";
            place.field("absoluteTimeout").error(IssueCode.MISSING_FIELD, message, "add it");
        }
        String type = self.path("type").asText();
        if (self.has("cookieConfig") && !type.equals("Cookie")) {
            String message = "must not be set with type " + type;
            place.field("cookieConfig").error(IssueCode.FIELD_CONFLICT, message, "remove it or set type: Cookie");
        }
    }
}
