package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/** GRPCRoute, TLSRoute, TCPRoute and UDPRoute. Mirrors gateway-api v1.6.1. */
final class RouteShapes {
    private static final Shape METHOD = object().field("type", HttpRouteShapes.HEADER_TYPE)
            .field("service", text().atMost(1024))
            .field("method", text().atMost(1024))
            .check(RouteShapes::checkMethod);

    private static final Shape GRPC_HEADER = object().require("name", "value")
            .field("type", HttpRouteShapes.HEADER_TYPE)
            .field("name", HttpFilterShapes.headerName())
            .field("value", text().size(1, 4096));

    private static final Shape GRPC_MATCH = object().field("method", METHOD)
            .field("headers", listOf(GRPC_HEADER).atMost(16).keyedBy("name"));

    private static final Shape FORWARD = object().require("backendRefs")
            .field("name", ReferenceShapes.SECTION)
            .field("backendRefs", listOf(ReferenceShapes.WEIGHTED_BACKEND).size(1, 16));

    private static final Shape SERVER_NAMES = listOf(text().size(1, 253).form(GatewayForms.WILDCARD_HOST));

    private RouteShapes() {}

    static Shape grpc(GatewayApiChannel channel) {
        Shape filters = HttpFilterShapes.grpc(channel);
        Shape rule = object().field("name", ReferenceShapes.SECTION)
                .field("matches", listOf(GRPC_MATCH).atMost(64))
                .field("filters", filters)
                .field(
                        "backendRefs",
                        listOf(ReferenceShapes.WEIGHTED_BACKEND.field("filters", filters))
                                .atMost(16));
        Shape rules = channel == GatewayApiChannel.STANDARD
                ? listOf(rule)
                : listOf(rule.field("sessionPersistence", SessionShapes.SESSION))
                        .check(HttpRuleRules::checkNames);
        return ParentRules.route(channel)
                .field("hostnames", HttpRouteShapes.HOSTNAMES)
                .field("rules", rules.atMost(16).check(HttpRuleRules::checkMatches));
    }

    static Shape tls(GatewayApiChannel channel, String version) {
        Shape spec = stream(channel, version);
        return version.equals("v1alpha2")
                ? spec.field("hostnames", SERVER_NAMES.atMost(1024))
                : spec.require("hostnames")
                        .field("hostnames", SERVER_NAMES.size(1, 1024).check(RouteShapes::checkNoAddress));
    }

    /** TCPRoute and UDPRoute, and what they share with TLSRoute. Version v1alpha2 took several rules. */
    static Shape stream(GatewayApiChannel channel, String version) {
        Shape rules = listOf(FORWARD).size(1, version.equals("v1alpha2") ? 16 : 1);
        boolean named = version.equals("v1alpha2") && channel == GatewayApiChannel.EXPERIMENTAL;
        return ParentRules.route(channel)
                .require("rules")
                .field("rules", named ? rules.check(HttpRuleRules::checkNames) : rules);
    }

    private static void checkMethod(JsonNode self, Place place) {
        if (!self.has("service") && !self.has("method")) {
            place.error(IssueCode.MISSING_FIELD, "needs a service, a method or both", "add one or remove the field");
        }
        if (self.path("type").asText().equals("Exact")) {
            checkForm(self, "service", GatewayForms.GRPC_SERVICE, place);
            checkForm(self, "method", GatewayForms.GRPC_METHOD, place);
        }
    }

    private static void checkForm(JsonNode self, String field, Form form, Place place) {
        JsonNode value = self.path(field);
        if (value.isTextual() && !form.fits(value.textValue())) {
            String message = "must be " + form.words() + " but was " + IssueText.quote(value.textValue());
            place.field(field).error(IssueCode.TEXT_MALFORMED, message, "");
        }
    }

    private static void checkNoAddress(JsonNode self, Place place) {
        for (int i = 0; i < self.size(); i++) {
            if (IpText.isIp(self.get(i).asText())) {
                String message = "must be a name but was the address "
                        + IssueText.quote(self.get(i).asText());
                place.index(i).error(IssueCode.HOST_INVALID, message, "TLS names no address; use a DNS name");
            }
        }
    }
}
