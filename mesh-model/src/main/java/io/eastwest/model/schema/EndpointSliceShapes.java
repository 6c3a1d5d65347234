package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/** EndpointSlices. Mirrors kubernetes v1.35.3 {@code pkg/apis/discovery/validation/validation.go}. */
final class EndpointSliceShapes {
    private static final int MOST_ENDPOINTS = 1000;
    private static final int MOST_PORTS = 20_000;

    private static final Shape ZONE = text().atMost(63).form(GatewayForms.LABEL_VALUE);

    private static final Shape ENDPOINT = object().require("addresses")
            .field("addresses", listOf(text()).size(1, 100))
            .field("hostname", KubernetesForms.DNS_LABEL)
            .field("nodeName", KubernetesForms.DNS_SUBDOMAIN)
            .field(
                    "hints",
                    object().field(
                                    "forZones",
                                    listOf(object().field("name", ZONE))
                                            .atMost(8)
                                            .keyedBy("name"))
                            .field(
                                    "forNodes",
                                    listOf(object().field("name", KubernetesForms.DNS_SUBDOMAIN))
                                            .atMost(8)
                                            .keyedBy("name")));

    private static final Shape PORT = object().field("name", KubernetesForms.OPTIONAL_LABEL.standard(""))
            .field("port", integer())
            .field("protocol", text().in("TCP", "UDP", "SCTP"))
            .field("appProtocol", KubernetesForms.QUALIFIED);

    static final Shape SLICE = object().require("addressType")
            .field("addressType", text().in("IPv4", "IPv6", "FQDN"))
            .field("endpoints", listOf(ENDPOINT).atMost(MOST_ENDPOINTS))
            .field("ports", listOf(PORT).atMost(MOST_PORTS).keyedBy("name"))
            .check(EndpointSliceShapes::checkAddresses);

    private EndpointSliceShapes() {}

    private static void checkAddresses(JsonNode self, Place place) {
        String type = self.path("addressType").asText();
        JsonNode endpoints = self.path("endpoints");
        for (int i = 0; i < endpoints.size(); i++) {
            JsonNode addresses = endpoints.get(i).path("addresses");
            for (int j = 0; j < addresses.size(); j++) {
                Place at = place.field("endpoints").index(i).field("addresses").index(j);
                checkAddress(addresses.get(j).asText(), type, at);
            }
        }
    }

    private static void checkAddress(String address, String type, Place place) {
        if (type.equals("FQDN")) {
            String name = address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
            if (!name.contains(".") || !GatewayForms.HOST.fits(name) || name.length() > 253) {
                String message = "must be a DNS name of several parts but was " + IssueText.quote(address);
                place.error(IssueCode.HOST_INVALID, message, "write such as db.example.com");
            }
        } else if (type.equals("IPv6") == IpText.isIpv6(address)) {
            EndpointAddresses.check(address, place);
        } else {
            String message = "must be an " + type + " address but was " + IssueText.quote(address);
            place.error(IssueCode.ADDRESS_INVALID, message, "put it in a slice of its own type");
        }
    }
}
