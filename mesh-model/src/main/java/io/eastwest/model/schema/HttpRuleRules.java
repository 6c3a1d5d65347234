package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.scalar.GatewayDuration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the definitions ask of the rules of a route beyond bounds and forms. */
final class HttpRuleRules {
    private static final int MOST_MATCHES = 128;

    private HttpRuleRules() {}

    /** All rules together have a bound of their own. */
    static void checkMatches(JsonNode self, Place place) {
        int matches = 0;
        for (JsonNode rule : self) {
            matches += rule.path("matches").size();
        }
        if (matches > MOST_MATCHES) {
            String message = "must have at most " + MOST_MATCHES + " matches in all rules but has " + matches;
            place.error(IssueCode.TOO_MANY_ITEMS, message, "split the route");
        }
    }

    static void checkNames(JsonNode self, Place place) {
        Map<String, Integer> met = new LinkedHashMap<>();
        for (int i = 0; i < self.size(); i++) {
            JsonNode name = self.get(i).path("name");
            Integer first = name.isTextual() ? met.putIfAbsent(name.textValue(), i) : null;
            if (first != null) {
                String message = "must differ from the names of other rules but " + IssueText.quote(name.textValue())
                        + " is also the name of entry " + first;
                place.index(i).field("name").error(IssueCode.DUPLICATE_ITEM, message, "change one of them");
            }
        }
    }

    static void checkRedirect(JsonNode self, Place place) {
        boolean redirects = false;
        for (JsonNode filter : self.path("filters")) {
            redirects |= filter.has("requestRedirect");
        }
        if (redirects && !self.path("backendRefs").isEmpty()) {
            String message = "must not be set beside a RequestRedirect filter";
            place.field("backendRefs").error(IssueCode.ACTION_CONFLICT, message, "remove one of them");
        }
    }

    /** A timeout of zero means none. */
    static void checkTimeouts(JsonNode self, Place place) {
        Optional<Duration> request = GatewayDuration.parse(self.path("request").asText());
        Optional<Duration> backend =
                GatewayDuration.parse(self.path("backendRequest").asText());
        boolean bounded = request.isPresent() && !request.get().isZero();
        if (bounded && backend.isPresent() && backend.get().compareTo(request.get()) > 0) {
            String message =
                    "must not be longer than request, " + self.path("request").asText() + ", but was "
                            + self.path("backendRequest").asText();
            place.field("backendRequest").error(IssueCode.FIELD_CONFLICT, message, "shorten it");
        }
    }
}
