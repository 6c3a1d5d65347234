package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;

/** Which fields of a Service go with its type. */
final class ServiceTypeRules {
    private static final List<String> OF_AN_ADDRESS =
            List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy");
    private static final List<String> OF_A_BALANCER =
            List.of("loadBalancerSourceRanges", "loadBalancerClass", "allocateLoadBalancerNodePorts");

    private ServiceTypeRules() {}

    static void check(JsonNode self, Place place) {
        String type = self.path("type").asText();
        boolean headless = ServiceAddressRules.isHeadless(self);
        if (type.equals("ExternalName")) {
            checkAlias(self, place);
        } else {
            if (self.path("ports").isEmpty() && !headless) {
                String message = "required with type " + type + " but not set";
                place.field("ports").error(IssueCode.MISSING_FIELD, message, "add a port or set clusterIP: None");
            }
            if (headless && !type.equals("ClusterIP")) {
                refuse("clusterIP", "must not be None with type " + type, place);
            }
        }
        checkBalancer(self, type, place);
        checkNodePorts(self, type, place);
        checkPolicies(self, type, place);
    }

    private static void checkAlias(JsonNode self, Place place) {
        for (String field : OF_AN_ADDRESS) {
            if (isSet(self.path(field))) {
                refuse(field, "must not be set with type ExternalName", place);
            }
        }
        String name = self.path("externalName").asText();
        if (name.isEmpty()) {
            String message = "required with type ExternalName but not set";
            place.field("externalName").error(IssueCode.MISSING_FIELD, message, "add the DNS name that is meant");
        } else if (!GatewayForms.HOST.fits(name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                || name.length() > 254) {
            String message = "must be " + GatewayForms.HOST.words() + " but was " + IssueText.quote(name);
            place.field("externalName").error(IssueCode.HOST_INVALID, message, "");
        }
    }

    private static void checkBalancer(JsonNode self, String type, Place place) {
        for (String field : OF_A_BALANCER) {
            JsonNode value = self.path(field);
            boolean given = value.isArray() ? !value.isEmpty() : !value.isMissingNode();
            if (given && !type.equals("LoadBalancer")) {
                refuse(field, "must not be set with type " + type, place);
            }
        }
        boolean probed = type.equals("LoadBalancer")
                && self.path("externalTrafficPolicy").asText().equals("Local");
        if (self.path("healthCheckNodePort").asInt() != 0 && !probed) {
            String message = "must not be set without type LoadBalancer and externalTrafficPolicy Local";
            refuse("healthCheckNodePort", message, place);
        }
    }

    private static void checkNodePorts(JsonNode self, String type, Place place) {
        JsonNode ports = self.path("ports");
        for (int i = 0; i < ports.size() && type.equals("ClusterIP"); i++) {
            if (ports.get(i).path("nodePort").asInt() != 0) {
                refuse(
                        "nodePort",
                        "must not be set with type ClusterIP",
                        place.field("ports").index(i));
            }
        }
    }

    private static void checkPolicies(JsonNode self, String type, Place place) {
        boolean external = type.equals("LoadBalancer")
                || type.equals("NodePort")
                || type.equals("ClusterIP") && !self.path("externalIPs").isEmpty();
        if (isSet(self.path("externalTrafficPolicy")) && !external) {
            refuse("externalTrafficPolicy", "must not be set with type " + type, place);
        }
    }

    private static boolean isSet(JsonNode value) {
        return value.isArray() ? !value.isEmpty() : !value.asText().isEmpty();
    }

    private static void refuse(String field, String message, Place place) {
        place.field(field).error(IssueCode.FIELD_CONFLICT, message, "remove it or change the type");
    }
}
