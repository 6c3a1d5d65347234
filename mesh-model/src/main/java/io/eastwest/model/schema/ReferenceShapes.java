package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import java.util.List;

/** References of the Gateway API to other objects. */
final class ReferenceShapes {
    static final Shape PORT = integer().between(1, 65535);
    static final Shape NAME = text().size(1, 253);
    static final Shape GROUP = text().atMost(253).form(GatewayForms.GROUP);
    static final Shape KIND = text().size(1, 63).form(GatewayForms.KIND);
    static final Shape NAMESPACE = text().size(1, 63).form(GatewayForms.NAMESPACE);

    /** Name of a listener, a port of a Service or a rule. */
    static final Shape SECTION = text().size(1, 253).form(GatewayForms.PART);

    /** An object whose group and kind must be said, in the own namespace. */
    static final Shape LOCAL = object().require("group", "kind", "name")
            .field("group", GROUP)
            .field("kind", KIND)
            .field("name", NAME);

    /** The same in any namespace. */
    static final Shape OBJECT = LOCAL.field("namespace", NAMESPACE);

    /** A Secret unless the reference says otherwise. */
    static final Shape SECRET = standing("", "Secret");

    /** What routes and listener sets attach to: a Gateway unless the reference says otherwise. */
    static final Shape PARENT = standing("gateway.networking.k8s.io", "Gateway");

    /** Where requests go: a Service unless the reference says otherwise. */
    static final Shape BACKEND = standing("", "Service").field("port", PORT).check(ReferenceShapes::checkPort);

    static final Shape WEIGHTED_BACKEND =
            BACKEND.field("weight", integer().between(0, 1_000_000).standard(1));

    /** A kind of routes. */
    static final Shape ROUTE_KIND = object().require("kind")
            .field("group", GROUP.standard("gateway.networking.k8s.io"))
            .field("kind", KIND);

    static final Shape LABEL_SELECTOR = object().field("matchLabels", mapOf(text()))
            .field(
                    "matchExpressions",
                    listOf(object().require("key", "operator")
                            .field("key", text())
                            .field("operator", text())
                            .field("values", listOf(text()))));

    private ReferenceShapes() {}

    /** Whether two references say the same of all the given fields; an empty text is as good as none. */
    static boolean agree(JsonNode one, JsonNode other, List<String> fields) {
        for (String field : fields) {
            if (!one.path(field).asText().equals(other.path(field).asText())) {
                return false;
            }
        }
        return true;
    }

    private static Shape standing(String group, String kind) {
        return object().require("name")
                .field("group", GROUP.standard(group))
                .field("kind", KIND.standard(kind))
                .field("name", NAME)
                .field("namespace", NAMESPACE);
    }

    private static void checkPort(JsonNode self, Place place) {
        boolean service = self.path("group").asText().isEmpty()
                && self.path("kind").asText().equals("Service");
        if (service && !self.has("port")) {
            place.field("port").error(IssueCode.MISSING_FIELD, "required for a Service but not set", "add it");
        }
    }
}
