package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;

/** GatewayClass, Gateway and ListenerSet. Mirrors gateway-api v1.6.1. */
final class GatewayShapes {
    private static final List<String> ADDRESS_FIELDS = List.of("type", "value");
    private static final String FROM_NONE = "{\"from\":\"None\"}";
    private static final Shape LABELS =
            mapOf(text().atMost(63).form(GatewayForms.LABEL_VALUE)).atMost(8).check(GatewayShapes::checkNames);
    private static final Shape ANNOTATIONS =
            mapOf(text().atMost(4096)).atMost(16).check(GatewayShapes::checkNames);

    private static final Shape ADDRESS = object().field(
                    "type", text().size(1, 253).form(GatewayForms.ADDRESS_TYPE).standard("IPAddress"))
            .field("value", text().atMost(253))
            .check(GatewayShapes::checkAddress);

    private static final Shape CLIENT_VALIDATION = object().field(
                    "validation",
                    object().require("caCertificateRefs")
                            .field(
                                    "caCertificateRefs",
                                    listOf(ReferenceShapes.OBJECT).size(1, 16))
                            .field(
                                    "mode",
                                    text().in("AllowValidOnly", "AllowInsecureFallback")
                                            .standard("AllowValidOnly")));

    private static final Shape TLS = object().field(
                    "backend", object().field("clientCertificateRef", ReferenceShapes.SECRET))
            .field(
                    "frontend",
                    object().require("default")
                            .field("default", CLIENT_VALIDATION)
                            .field(
                                    "perPort",
                                    listOf(object().require("port", "tls")
                                                    .field("port", ReferenceShapes.PORT)
                                                    .field("tls", CLIENT_VALIDATION))
                                            .atMost(64)
                                            .keyedBy("port")));

    private static final Shape GATEWAY = object().require("gatewayClassName", "listeners")
            .field("gatewayClassName", ReferenceShapes.NAME)
            .field("listeners", ListenerShapes.LISTENERS)
            .field("addresses", listOf(ADDRESS).atMost(16).check(GatewayShapes::checkDistinct))
            .field(
                    "infrastructure",
                    object().field("labels", LABELS)
                            .field("annotations", ANNOTATIONS)
                            .field("parametersRef", ReferenceShapes.LOCAL))
            .field(
                    "allowedListeners",
                    object().field(
                                    "namespaces",
                                    object().field(
                                                    "from",
                                                    text().in("All", "Selector", "Same", "None")
                                                            .standard("None"))
                                            .field("selector", ReferenceShapes.LABEL_SELECTOR)
                                            .standardJson(FROM_NONE)))
            .field("tls", TLS);

    private GatewayShapes() {}

    static Shape gateway(GatewayApiChannel channel) {
        return channel == GatewayApiChannel.STANDARD
                ? GATEWAY
                : GATEWAY.field("defaultScope", text().in("All", "None"));
    }

    static Shape listenerSet() {
        return object().require("parentRef", "listeners")
                .field("parentRef", ReferenceShapes.PARENT)
                .field("listeners", ListenerShapes.LISTENERS);
    }

    static Shape gatewayClass() {
        return object().require("controllerName")
                .field("controllerName", text().size(1, 253).form(GatewayForms.CONTROLLER))
                .field("parametersRef", ReferenceShapes.OBJECT)
                .field("description", text().atMost(64));
    }

    private static void checkNames(JsonNode self, Place place) {
        self.properties().forEach(label -> {
            String name = label.getKey();
            int slash = name.indexOf('/');
            if (!GatewayForms.LABEL_NAME.fits(name)) {
                String message =
                        "must have " + GatewayForms.LABEL_NAME.words() + " but is named " + IssueText.quote(name);
                place.field(name).error(IssueCode.LABEL_INVALID, message, "rename it");
            } else if (slash > 252) {
                String message = "domain of the name must have at most 252 characters but has " + slash;
                place.field(name).error(IssueCode.LABEL_INVALID, message, "shorten it");
            }
        });
    }

    private static void checkAddress(JsonNode self, Place place) {
        String type = self.path("type").asText();
        String value = self.path("value").asText();
        if (!self.path("value").isTextual()) {
            return;
        }
        if (type.equals("IPAddress") && !IpText.isIp(value)) {
            String message = "must be an IP address but was " + IssueText.quote(value);
            place.field("value")
                    .error(IssueCode.ADDRESS_INVALID, message, "write such as 192.0.2.1 or set type: Hostname");
        }
        if (type.equals("Hostname") && !GatewayForms.WILDCARD_HOST.fits(value)) {
            String message = "must be " + GatewayForms.WILDCARD_HOST.words() + " but was " + IssueText.quote(value);
            place.field("value").error(IssueCode.HOST_INVALID, message, "");
        }
    }

    /** Only addresses of these two types must differ. */
    private static void checkDistinct(JsonNode self, Place place) {
        for (int i = 1; i < self.size(); i++) {
            String type = self.get(i).path("type").asText();
            if (!self.get(i).has("value") || !type.equals("IPAddress") && !type.equals("Hostname")) {
                continue;
            }
            for (int j = 0; j < i; j++) {
                if (self.get(j).has("value") && ReferenceShapes.agree(self.get(i), self.get(j), ADDRESS_FIELDS)) {
                    String message = "has the type and value of entry " + j;
                    place.index(i).error(IssueCode.DUPLICATE_ITEM, message, "remove one of them");
                    break;
                }
            }
        }
    }
}
