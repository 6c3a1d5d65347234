package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.HEADER_NAME;
import static io.eastwest.model.schema.IstioShapes.NOT_EMPTY;
import static io.eastwest.model.schema.IstioShapes.PORT;
import static io.eastwest.model.schema.IstioShapes.UINT32;
import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/** Workloads outside of Kubernetes, alone, in groups and as endpoints of a ServiceEntry. */
final class WorkloadEntryShapes {
    private static final String UNIX = "unix://";
    private static final Form PORT_NAME = Form.of("^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$", "a label");
    private static final int LONGEST_PORT_NAME = 62;

    /** A workload, of which a template may lack the address. */
    private static final Shape TEMPLATE = object().check(WorkloadEntryShapes::checkPorts)
            .field("address", text().atMost(256).check(WorkloadEntryShapes::checkAddress))
            .field("ports", mapOf(PORT).atMost(128).check(WorkloadEntryShapes::checkPortNames))
            .field("labels", mapOf(text()).atMost(256))
            .field("network", text().atMost(2048))
            .field("locality", text().atMost(2048))
            .field("weight", UINT32)
            .field("serviceAccount", text().atMost(253));

    static final Shape WORKLOAD_ENTRY = TEMPLATE.must(
            self -> self.has("address") || self.has("network"),
            IssueCode.MISSING_FIELD,
            "has neither address nor network",
            "add one of them");

    private static final Shape PROBE = object().atMostOneOf("httpGet", "tcpSocket", "exec", "grpc")
            .field("initialDelaySeconds", integer().atLeast(0))
            .field("timeoutSeconds", integer().atLeast(0))
            .field("periodSeconds", integer().atLeast(0))
            .field("successThreshold", integer().atLeast(0))
            .field("failureThreshold", integer().atLeast(0))
            .field(
                    "httpGet",
                    object().require("port")
                            .field("port", PORT)
                            .field("scheme", text().in("", "HTTP", "HTTPS"))
                            .field("httpHeaders", listOf(object().field("name", text().form(HEADER_NAME)))))
            .field("tcpSocket", object().require("port").field("port", PORT))
            .field("exec", object().require("command").field("command", listOf(NOT_EMPTY)))
            .field("grpc", object().field("port", PORT));

    static final Shape WORKLOAD_GROUP = object().require("template")
            .field("template", TEMPLATE)
            .field(
                    "metadata",
                    object().field("labels", mapOf(text()).atMost(256))
                            .field("annotations", mapOf(text()).atMost(256)))
            .field("probe", PROBE);

    private WorkloadEntryShapes() {}

    private static void checkPorts(JsonNode self, Place place) {
        if (self.path("address").asText().startsWith(UNIX) && self.has("ports")) {
            String message = "must not be set because the address is a socket";
            place.field("ports").error(IssueCode.FIELD_CONFLICT, message, "remove it");
        }
    }

    private static void checkAddress(JsonNode self, Place place) {
        String address = self.textValue();
        if (!address.startsWith(UNIX)) {
            return;
        }
        String socket = address.substring(UNIX.length());
        boolean rooted = socket.startsWith("/") || socket.startsWith("@");
        if (!rooted || socket.endsWith("/")) {
            String message = "must name a socket by its whole path or as @name but was " + IssueText.quote(address);
            place.error(IssueCode.ADDRESS_INVALID, message, "use an address such as unix:///var/run/a.sock");
        }
    }

    private static void checkPortNames(JsonNode self, Place place) {
        self.fieldNames().forEachRemaining(name -> {
            if (name.codePointCount(0, name.length()) > LONGEST_PORT_NAME || !PORT_NAME.fits(name)) {
                String message = "name of a port must be a label of at most 62 characters";
                place.field(name).error(IssueCode.TEXT_MALFORMED, message, "use letters, digits and - inside");
            }
        });
    }
}
