package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;

/** Listeners of Gateways and ListenerSets. */
final class ListenerShapes {
    private static final List<String> WITHOUT_TLS = List.of("HTTP", "TCP", "UDP");
    private static final List<String> WITHOUT_HOST = List.of("TCP", "UDP");
    private static final List<String> SOCKET = List.of("port", "protocol", "hostname");
    private static final String SAME = "{\"from\":\"Same\"}";

    static final Shape OPTIONS = mapOf(text().atMost(4096)).atMost(16);

    private static final Shape TLS = object().field(
                    "mode", text().in("Terminate", "Passthrough").standard("Terminate"))
            .field("certificateRefs", listOf(ReferenceShapes.SECRET).atMost(64))
            .field("options", OPTIONS)
            .check(ListenerShapes::checkCertificates);

    private static final Shape NAMESPACES = object().field(
                    "from", text().in("All", "Selector", "Same").standard("Same"))
            .field("selector", ReferenceShapes.LABEL_SELECTOR);

    private static final Shape LISTENER = object().require("name", "port", "protocol")
            .field("name", ReferenceShapes.SECTION)
            .field("hostname", text().size(1, 253).form(GatewayForms.WILDCARD_HOST))
            .field("port", ReferenceShapes.PORT)
            .field("protocol", text().size(1, 255).form(GatewayForms.PROTOCOL))
            .field("tls", TLS)
            .field(
                    "allowedRoutes",
                    object().field("kinds", listOf(ReferenceShapes.ROUTE_KIND).atMost(8))
                            .field("namespaces", NAMESPACES.standardJson(SAME))
                            .standardJson("{\"namespaces\":" + SAME + "}"))
            .check(ListenerShapes::checkProtocol);

    static final Shape LISTENERS = listOf(LISTENER).size(1, 64).keyedBy("name").check(ListenerShapes::checkConflicts);

    private ListenerShapes() {}

    private static void checkCertificates(JsonNode self, Place place) {
        boolean terminates = self.path("mode").asText().equals("Terminate");
        if (terminates
                && self.path("certificateRefs").isEmpty()
                && self.path("options").isEmpty()) {
            String message = "required with mode Terminate but not set";
            String hint = "name a Secret with a certificate, or set options of your gateway";
            place.field("certificateRefs").error(IssueCode.MISSING_FIELD, message, hint);
        }
    }

    private static void checkProtocol(JsonNode self, Place place) {
        String protocol = self.path("protocol").asText();
        String mode = self.path("tls").path("mode").asText();
        if (WITHOUT_TLS.contains(protocol) && self.has("tls")) {
            String message = "must not be set with protocol " + protocol;
            place.field("tls").error(IssueCode.FIELD_CONFLICT, message, "remove it or use protocol HTTPS or TLS");
        }
        if (protocol.equals("HTTPS") && self.has("tls") && !mode.equals("Terminate")) {
            String message = "must be Terminate with protocol HTTPS but was " + IssueText.quote(mode);
            place.field("tls")
                    .field("mode")
                    .error(IssueCode.FIELD_CONFLICT, message, "use protocol TLS to pass TLS through");
        }
        if (protocol.equals("TLS") && !self.has("tls")) {
            place.field("tls").error(IssueCode.MISSING_FIELD, "required with protocol TLS but not set", "add it");
        }
        if (WITHOUT_HOST.contains(protocol) && !self.path("hostname").asText().isEmpty()) {
            String message = "must not be set with protocol " + protocol;
            place.field("hostname").error(IssueCode.FIELD_CONFLICT, message, "remove it");
        }
    }

    private static void checkConflicts(JsonNode self, Place place) {
        for (int i = 1; i < self.size(); i++) {
            for (int j = 0; j < i; j++) {
                JsonNode one = self.get(j);
                JsonNode other = self.get(i);
                boolean hosts = one.has("hostname") == other.has("hostname");
                if (hosts && ReferenceShapes.agree(one, other, SOCKET)) {
                    String message = "has the port, protocol and hostname of entry " + j;
                    place.index(i).error(IssueCode.LISTENER_CONFLICT, message, "change one of them");
                    break;
                }
            }
        }
    }
}
