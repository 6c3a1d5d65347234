package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;

/** Which paths an HTTPRoute may match: absolute and without parts that a gateway would normalize away. */
final class PathRules {
    private static final List<String> INSIDE = List.of("//", "/./", "/../", "%2f", "%2F", "#");
    private static final List<String> AT_THE_END = List.of("/..", "/.");

    private PathRules() {}

    static void check(JsonNode self, Place place) {
        String type = self.path("type").asText();
        if (type.equals("Exact") || type.equals("PathPrefix")) {
            String value = self.path("value").asText();
            String problem = problem(value);
            if (!problem.isEmpty()) {
                String message = problem + " with type " + type + " but was " + IssueText.quote(value);
                place.field("value").error(IssueCode.PATH_INVALID, message, "write it in normal form");
            }
        }
    }

    /** The first rule that the path breaks; empty when there is none. */
    private static String problem(String value) {
        if (!value.startsWith("/")) {
            return "must start with /";
        }
        for (String part : INSIDE) {
            if (value.contains(part)) {
                return "must not contain " + part;
            }
        }
        for (String part : AT_THE_END) {
            if (value.endsWith(part)) {
                return "must not end with " + part;
            }
        }
        return GatewayForms.PATH.fits(value) ? "" : "must be " + GatewayForms.PATH.words();
    }
}
