package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import io.eastwest.model.gatewayapi.GatewayApiChannel;

/** HTTPRoute. Mirrors gateway-api v1.6.1. */
final class HttpRouteShapes {
    private static final String ANY_PATH = "{\"type\":\"PathPrefix\",\"value\":\"/\"}";
    private static final String ANY_MATCH = "[{\"path\":" + ANY_PATH + "}]";

    static final Shape DURATION = text().form(GatewayForms.DURATION);
    static final Shape HOSTNAMES =
            listOf(text().size(1, 253).form(GatewayForms.WILDCARD_HOST)).atMost(16);
    static final Shape HEADER_TYPE = text().in("Exact", "RegularExpression").standard("Exact");

    private static final Shape PATH = object().field(
                    "type",
                    text().in("Exact", "PathPrefix", "RegularExpression").standard("PathPrefix"))
            .field("value", text().atMost(1024).standard("/"))
            .check(PathRules::check);

    private static final Shape QUERY = object().require("name", "value")
            .field("type", HEADER_TYPE)
            .field("name", HttpFilterShapes.headerName())
            .field("value", text().size(1, 1024));

    private static final Shape TIMEOUTS = object().field("request", DURATION)
            .field("backendRequest", DURATION)
            .check(HttpRuleRules::checkTimeouts);

    private static final Shape RETRY = object().field(
                    "codes", listOf(integer().between(400, 599)).distinct())
            .field("attempts", integer().atLeast(1))
            .field("backoff", DURATION);

    private HttpRouteShapes() {}

    static Shape route(GatewayApiChannel channel) {
        Shape rules = listOf(rule(channel)).size(1, 16).check(HttpRuleRules::checkMatches);
        Shape named = channel == GatewayApiChannel.STANDARD ? rules : rules.check(HttpRuleRules::checkNames);
        return ParentRules.route(channel)
                .field("hostnames", HOSTNAMES)
                .field("rules", named.standardJson("[{\"matches\":" + ANY_MATCH + "}]"));
    }

    private static Shape rule(GatewayApiChannel channel) {
        Shape filters = HttpFilterShapes.http(channel);
        Shape rule = object().field("name", ReferenceShapes.SECTION)
                .field("matches", listOf(match(channel)).atMost(64).standardJson(ANY_MATCH))
                .field("filters", filters)
                .field(
                        "backendRefs",
                        listOf(ReferenceShapes.WEIGHTED_BACKEND.field("filters", filters))
                                .atMost(16))
                .field("timeouts", TIMEOUTS)
                .check(HttpRuleRules::checkRedirect)
                .check(PrefixRules::check);
        return channel == GatewayApiChannel.STANDARD
                ? rule
                : rule.field("retry", RETRY).field("sessionPersistence", SessionShapes.SESSION);
    }

    private static Shape match(GatewayApiChannel channel) {
        Shape header = object().require("name", "value")
                .field("type", HEADER_TYPE)
                .field("name", HttpFilterShapes.headerName())
                .field("value", HttpFilterShapes.headerValue(channel));
        return object().field("path", PATH.standardJson(ANY_PATH))
                .field("headers", listOf(header).atMost(16).keyedBy("name"))
                .field("queryParams", listOf(QUERY).atMost(16).keyedBy("name"))
                .field(
                        "method",
                        text().in("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"));
    }
}
