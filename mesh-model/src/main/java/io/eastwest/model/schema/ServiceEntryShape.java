package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.PORT;
import static io.eastwest.model.schema.IstioShapes.WORKLOAD_SELECTOR;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;
import static io.eastwest.model.schema.WorkloadEntryShapes.WORKLOAD_ENTRY;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;

/** The specification of a ServiceEntry. */
final class ServiceEntryShape {
    static final Shape SERVICE_ENTRY = object().require("hosts")
            .atMostOneOf("workloadSelector", "endpoints")
            .check(ServiceEntryShape::checkAddresses)
            .check(ServiceEntryShape::checkEndpoints)
            .field(
                    "hosts",
                    listOf(text().must(
                                            host -> !host.textValue().equals("*"),
                                            IssueCode.HOST_INVALID,
                                            "must not be the wildcard of all hosts",
                                            "name a host or a domain such as *.example.com"))
                            .size(1, 256))
            .field("addresses", listOf(text().atMost(64)).atMost(256))
            .field(
                    "ports",
                    listOf(object().require("number", "name")
                                    .field("number", PORT)
                                    .field("name", text().atMost(256))
                                    .field("protocol", text().atMost(256))
                                    .field("targetPort", PORT))
                            .atMost(256)
                            .keyedBy("name")
                            .keyedBy("number"))
            .field("endpoints", listOf(WORKLOAD_ENTRY).atMost(4096))
            .field("workloadSelector", WORKLOAD_SELECTOR);

    private ServiceEntryShape() {}

    private static String resolution(JsonNode self) {
        return self.path("resolution").asText("NONE");
    }

    private static void checkAddresses(JsonNode self, Place place) {
        String resolution = resolution(self);
        if (resolution.equals("NONE") || resolution.equals("STATIC")) {
            return;
        }
        JsonNode addresses = self.path("addresses");
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).asText().contains("/")) {
                String message = "must not be a block because the resolution is " + resolution;
                place.field("addresses")
                        .index(i)
                        .error(IssueCode.FIELD_CONFLICT, message, "use single addresses, or resolution STATIC or NONE");
            }
        }
    }

    private static void checkEndpoints(JsonNode self, Place place) {
        String resolution = resolution(self);
        Place endpoints = place.field("endpoints");
        if (resolution.equals("NONE") && self.has("endpoints")) {
            String message = "must not be set, not even empty, because the resolution is NONE";
            endpoints.error(IssueCode.FIELD_CONFLICT, message, "remove it or set another resolution");
        } else if (resolution.equals("DNS_ROUND_ROBIN")
                && self.path("endpoints").size() > 1) {
            String message = "must have at most 1 entry because the resolution is DNS_ROUND_ROBIN";
            endpoints.error(IssueCode.TOO_MANY_ITEMS, message, "remove the others or use resolution DNS");
        }
    }
}
