package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.issue.IssueCode;
import java.util.List;
import java.util.Locale;

/**
 * What routes attach to, and policies to which Services. References to one object must differ in a part of it, and
 * either all of them name such a part or none, which then is the only one. A part is a section; in the experimental
 * channel routes may also tell ports apart.
 */
final class ParentRules {
    private static final List<String> PARENT_FIELDS = List.of("group", "kind", "name", "namespace");
    private static final List<String> TARGET_FIELDS = List.of("group", "kind", "name");
    private static final String HINT = "give each a sectionName of its own or drop one";
    private static final Shape PARENT =
            ReferenceShapes.PARENT.field("port", ReferenceShapes.PORT).field("sectionName", ReferenceShapes.SECTION);
    private static final Shape TARGET = ReferenceShapes.LOCAL.field("sectionName", ReferenceShapes.SECTION);

    private ParentRules() {}

    /** Specification of a route with what all routes share. */
    static Shape route(GatewayApiChannel channel) {
        boolean ports = channel == GatewayApiChannel.EXPERIMENTAL;
        Shape parents = listOf(PARENT).atMost(32).check((self, place) -> check(self, PARENT_FIELDS, ports, place));
        Shape spec = object().field("parentRefs", parents);
        return ports ? spec.field("useDefaultGateways", text().in("All", "None")) : spec;
    }

    /** Services that a policy is about. */
    static Shape targets() {
        return listOf(TARGET).size(1, 16).check((self, place) -> check(self, TARGET_FIELDS, false, place));
    }

    /** Each entry is compared with those before it; the first that does not go with it is named. */
    private static void check(JsonNode self, List<String> identity, boolean ports, Place place) {
        for (int i = 1; i < self.size(); i++) {
            for (int j = 0; j < i; j++) {
                String clash = clash(self.get(j), self.get(i), identity, ports);
                if (!clash.isEmpty()) {
                    String message = "names the same " + String.format(Locale.ROOT, clash, j);
                    place.index(i).error(IssueCode.PARENT_AMBIGUOUS, message, HINT);
                    break;
                }
            }
        }
    }

    /** What is wrong with two references, a format for the position of the first; empty when nothing is. */
    private static String clash(JsonNode one, JsonNode other, List<String> identity, boolean ports) {
        if (!ReferenceShapes.agree(one, other, identity)) {
            return "";
        }
        String kind = other.path("kind").asText();
        if (section(one).isEmpty() != section(other).isEmpty()) {
            return kind + " as entry %d but only one of them has a sectionName";
        }
        if (ports && (port(one) == 0) != (port(other) == 0)) {
            return kind + " as entry %d but only one of them has a port";
        }
        if (!section(one).equals(section(other)) || ports && port(one) != port(other)) {
            return "";
        }
        String section = section(one).isEmpty() ? "" : " and sectionName";
        String port = ports && port(one) != 0 ? " and port" : "";
        return kind + section + port + " as entry %d";
    }

    private static String section(JsonNode reference) {
        return reference.path("sectionName").asText();
    }

    private static int port(JsonNode reference) {
        return reference.path("port").asInt();
    }
}
