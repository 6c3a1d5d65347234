package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the definitions of HTTPRoute and GRPCRoute ask of filters beyond bounds and forms. */
final class FilterRules {
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);
    private static final List<String> REPEATABLE = List.of("RequestMirror", "ExtensionRef", "ExternalAuth");

    private FilterRules() {}

    static void checkRepetition(JsonNode self, Place place) {
        Map<String, Integer> met = new LinkedHashMap<>();
        for (int i = 0; i < self.size(); i++) {
            String type = self.get(i).path("type").asText();
            Integer first = REPEATABLE.contains(type) ? null : met.putIfAbsent(type, i);
            if (first != null) {
                String message = "is a second " + type + " filter after entry " + first;
                place.index(i).error(IssueCode.DUPLICATE_ITEM, message, "merge it into the first");
            }
        }
    }

    static void checkRedirectAndRewrite(JsonNode self, Place place) {
        int redirect = indexOf(self, "RequestRedirect");
        int rewrite = indexOf(self, "URLRewrite");
        if (redirect >= 0 && rewrite >= 0) {
            String message = "must not be set beside the RequestRedirect filter of entry " + redirect;
            place.index(rewrite).error(IssueCode.ACTION_CONFLICT, message, "remove one of them");
        }
    }

    static void refuseExternalAuth(JsonNode self, Place place) {
        if (self.path("type").asText().equals("ExternalAuth")) {
            String message = "unknown value \"ExternalAuth\"";
            place.field("type").error(IssueCode.UNKNOWN_ENUM_VALUE, message, "only the experimental channel has it");
        }
    }

    static void checkMirror(JsonNode self, Place place) {
        if (self.has("percent") && self.has("fraction")) {
            String message = "must not be set beside percent";
            place.field("fraction").error(IssueCode.FIELD_CONFLICT, message, "remove one of them");
        }
    }

    static void checkFraction(JsonNode self, Place place) {
        JsonNode numerator = self.path("numerator");
        JsonNode denominator = self.path("denominator");
        if (numerator.asLong() > denominator.asLong()) {
            String message = "must not be more than the denominator, " + denominator.asText() + ", but was "
                    + numerator.asText();
            place.field("numerator").error(IssueCode.FIELD_CONFLICT, message, "change one of them");
        }
    }

    static void checkRedirectStatus(JsonNode self, Place place) {
        if (!REDIRECTS.contains(self.intValue())) {
            String message = "must be 301, 302, 303, 307 or 308 but was " + self.asText();
            place.error(IssueCode.NUMBER_OUT_OF_BOUNDS, message, "use one of them");
        }
    }

    /** A list of what is allowed may hold a star, then nothing else. */
    static void checkWildcard(JsonNode self, Place place) {
        for (int i = 0; i < self.size() && self.size() > 1; i++) {
            if (self.get(i).asText().equals("*")) {
                String message = "must not be set beside other entries";
                place.index(i).error(IssueCode.FIELD_CONFLICT, message, "remove it or all others");
            }
        }
    }

    static void checkExternalAuth(JsonNode self, Place place) {
        String protocol = self.path("protocol").asText();
        for (String each : List.of("GRPC", "HTTP")) {
            String member = each.equals("GRPC") ? "grpc" : "http";
            if (protocol.equals(each) && !self.has(member)) {
                String message = "required with protocol " + protocol + " but not set";
                place.field(member).error(IssueCode.MISSING_FIELD, message, "add it");
            } else if (!protocol.equals(each) && self.has(member)) {
                String message = "must not be set with protocol " + protocol;
                place.field(member).error(IssueCode.FIELD_CONFLICT, message, "remove it or change the protocol");
            }
        }
    }

    private static int indexOf(JsonNode filters, String type) {
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).path("type").asText().equals(type)) {
                return i;
            }
        }
        return -1;
    }
}
