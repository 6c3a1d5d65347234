package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule of an HTTPRoute that replaces the matched prefix needs one match, by prefix. The definition asks that when
 * exactly one filter of the rule does so, or exactly one backend has exactly one such filter; several backends with such
 * filters it lets pass.
 */
final class PrefixRules {
    private static final List<String> MEMBERS = List.of("requestRedirect", "urlRewrite");

    private PrefixRules() {}

    static void check(JsonNode self, Place place) {
        if (matchesOnePrefix(self.path("matches"))) {
            return;
        }
        for (String member : MEMBERS) {
            List<Place> ofRule = replacing(self.path("filters"), member, place.field("filters"));
            if (ofRule.size() == 1) {
                report(self, ofRule.get(0));
            }
            List<Place> ofBackends = new ArrayList<>();
            JsonNode backends = self.path("backendRefs");
            for (int i = 0; i < backends.size(); i++) {
                Place filters = place.field("backendRefs").index(i).field("filters");
                List<Place> ofBackend = replacing(backends.get(i).path("filters"), member, filters);
                if (ofBackend.size() == 1) {
                    ofBackends.addAll(ofBackend);
                }
            }
            if (ofBackends.size() == 1) {
                report(self, ofBackends.get(0));
            }
        }
    }

    private static boolean matchesOnePrefix(JsonNode matches) {
        return matches.size() == 1
                && matches.get(0).path("path").path("type").asText().equals("PathPrefix");
    }

    private static List<Place> replacing(JsonNode filters, String member, Place place) {
        List<Place> found = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            JsonNode path = filters.get(i).path(member).path("path");
            if (path.path("type").asText().equals("ReplacePrefixMatch") && path.has("replacePrefixMatch")) {
                found.add(place.index(i).field(member).field("path"));
            }
        }
        return found;
    }

    private static void report(JsonNode rule, Place place) {
        int matches = rule.path("matches").size();
        String message = "replaces the matched prefix but the rule has "
                + (matches == 1 ? "no PathPrefix match" : matches + " matches");
        place.error(IssueCode.PREFIX_NOT_MATCHED, message, "give the rule one match of type PathPrefix");
    }
}
