package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Brings {@code config.route} of a recording to one form for one meaning: percentages become millionths, defaults that Envoy
 * itself has are left out, header operations are grouped by name.
 */
final class RecordedRoute {
    private static final Map<String, Integer> REDIRECTS = redirects();

    private RecordedRoute() {}

    static ObjectNode normalized(JsonNode recorded) {
        ObjectNode route = recorded.deepCopy();
        if (route.path("match") instanceof ObjectNode match
                && match.path("case_sensitive").asBoolean()) {
            match.remove("case_sensitive");
        }
        operations(route);
        route.path("weightedClusterHeaders").forEach(RecordedRoute::operations);
        route.path("mirrors").forEach(mirror -> percentage(mirror, "runtimeFraction"));
        if (route.at("/filters/cors") instanceof ObjectNode cors) {
            cors.remove("filter_enabled");
        }
        percentage(route.at("/filters/fault/delay"), "percentage");
        percentage(route.at("/filters/fault/abort"), "percentage");
        if (route.path("redirect") instanceof ObjectNode redirect) {
            redirect(redirect);
        }
        return route;
    }

    private static void operations(JsonNode holder) {
        for (String key : new String[] {"requestHeaders", "responseHeaders"}) {
            if (holder.has(key)) {
                ((ObjectNode) holder).set(key, HeaderOperationsTree.of(holder.path(key)));
            }
        }
    }

    /** An absent percentage is nothing; without a denominator it counts hundredths. */
    private static void percentage(JsonNode holder, String key) {
        if (holder instanceof ObjectNode object) {
            JsonNode value = object.path(key);
            JsonNode fraction = value.path("default_value").isMissingNode() ? value : value.path("default_value");
            long unit = switch (fraction.path("denominator").asText("HUNDRED")) {
                case "MILLION" -> 1;
                case "TEN_THOUSAND" -> 100;
                default -> 10_000;
            };
            object.remove(key);
            object.put("millionths", fraction.path("numerator").asLong() * unit);
        }
    }

    /** Envoy takes an empty path or prefix as none. */
    private static void redirect(ObjectNode redirect) {
        for (String key : new String[] {"path_redirect", "prefix_rewrite"}) {
            if (redirect.path(key).asText().isEmpty()) {
                redirect.remove(key);
            }
        }
        String code = redirect.path("response_code").asText("MOVED_PERMANENTLY");
        Integer status = REDIRECTS.get(code);
        if (status != null) {
            redirect.put("response_code", status);
        }
    }

    private static Map<String, Integer> redirects() {
        Map<String, Integer> statuses = new LinkedHashMap<>();
        statuses.put("MOVED_PERMANENTLY", 301);
        statuses.put("FOUND", 302);
        statuses.put("SEE_OTHER", 303);
        statuses.put("TEMPORARY_REDIRECT", 307);
        statuses.put("PERMANENT_REDIRECT", 308);
        return statuses;
    }
}
