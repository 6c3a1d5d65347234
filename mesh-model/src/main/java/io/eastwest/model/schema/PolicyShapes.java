package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.scalar.GatewayDuration;
import java.time.Duration;

/** ReferenceGrant, BackendTLSPolicy and XBackendTrafficPolicy. Mirrors gateway-api v1.6.1. */
final class PolicyShapes {
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Shape ALT_NAME = object().require("type")
            .field("type", text().in("Hostname", "URI"))
            .field("hostname", text().size(1, 253).form(GatewayForms.WILDCARD_HOST))
            .field("uri", text().size(1, 253).form(GatewayForms.URI))
            .check(PolicyShapes::checkAltName);

    private static final Shape VALIDATION = object().require("hostname")
            .field("caCertificateRefs", listOf(ReferenceShapes.LOCAL).atMost(8))
            .field("wellKnownCACertificates", text().size(1, 253).form(GatewayForms.AUTHORITIES))
            .field("hostname", text().size(1, 253).form(GatewayForms.HOST))
            .field("subjectAltNames", listOf(ALT_NAME).atMost(5))
            .check(PolicyShapes::checkAuthorities);

    private PolicyShapes() {}

    static Shape referenceGrant() {
        Shape from = object().require("group", "kind", "namespace")
                .field("group", ReferenceShapes.GROUP)
                .field("kind", ReferenceShapes.KIND)
                .field("namespace", ReferenceShapes.NAMESPACE);
        Shape to = object().require("group", "kind")
                .field("group", ReferenceShapes.GROUP)
                .field("kind", ReferenceShapes.KIND)
                .field("name", ReferenceShapes.NAME);
        return object().require("from", "to")
                .field("from", listOf(from).size(1, 16))
                .field("to", listOf(to).size(1, 16));
    }

    static Shape backendTls() {
        return object().require("targetRefs", "validation")
                .field("targetRefs", ParentRules.targets())
                .field("validation", VALIDATION)
                .field("options", ListenerShapes.OPTIONS);
    }

    static Shape backendTraffic() {
        Shape budget = object().field("percent", integer().between(0, 100).standard(20))
                .field(
                        "interval",
                        HttpRouteShapes.DURATION
                                .check((self, place) -> checkInterval(self, Duration.ofSeconds(1), "1s", place))
                                .standard("10s"));
        Shape rate = object().field("count", integer().between(1, 1_000_000))
                .field(
                        "interval",
                        HttpRouteShapes.DURATION.check(
                                (self, place) -> checkInterval(self, Duration.ofMillis(1), "1ms", place)));
        Shape retry = object().field("budget", budget.standardJson("{\"percent\":20,\"interval\":\"10s\"}"))
                .field("minRetryRate", rate.standardJson("{\"count\":10,\"interval\":\"1s\"}"));
        return object().require("targetRefs")
                .field("targetRefs", listOf(ReferenceShapes.LOCAL).size(1, 16).keyedBy("group", "kind", "name"))
                .field("retryConstraint", retry)
                .field("sessionPersistence", SessionShapes.SESSION);
    }

    private static void checkInterval(JsonNode self, Duration least, String leastText, Place place) {
        GatewayDuration.parse(self.textValue())
                .filter(value -> value.compareTo(least) < 0 || value.compareTo(HOUR) > 0)
                .ifPresent(value -> {
                    String message = "must be " + leastText + " to 1h but was " + self.textValue();
                    place.error(IssueCode.NUMBER_OUT_OF_BOUNDS, message, "use a duration in range");
                });
    }

    private static void checkAuthorities(JsonNode self, Place place) {
        boolean references = !self.path("caCertificateRefs").isEmpty();
        boolean wellKnown = !self.path("wellKnownCACertificates").asText().isEmpty();
        if (references && wellKnown) {
            String message = "must not be set beside caCertificateRefs";
            place.field("wellKnownCACertificates").error(IssueCode.FIELD_CONFLICT, message, "remove one of them");
        }
        if (!references && !wellKnown) {
            String message = "needs caCertificateRefs or wellKnownCACertificates";
            place.error(IssueCode.MISSING_FIELD, message, "name a ConfigMap or set wellKnownCACertificates: System");
        }
    }

    private static void checkAltName(JsonNode self, Place place) {
        String type = self.path("type").asText();
        checkMember(self, "Hostname", "hostname", type, place);
        checkMember(self, "URI", "uri", type, place);
    }

    private static void checkMember(JsonNode self, String arm, String member, String type, Place place) {
        boolean set = !self.path(member).asText().isEmpty();
        if (type.equals(arm) && !set) {
            place.field(member).error(IssueCode.MISSING_FIELD, "required with type " + type + " but not set", "add it");
        } else if (!type.equals(arm) && set) {
            String message = "must not be set with type " + type;
            place.field(member).error(IssueCode.ONEOF_CONFLICT, message, "remove it or change the type");
        }
    }
}
