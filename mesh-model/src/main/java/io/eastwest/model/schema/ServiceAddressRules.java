package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/** Addresses of a Service. Mirrors kubernetes v1.35.3 {@code ValidateServiceClusterIPsRelatedFields}. */
final class ServiceAddressRules {
    private ServiceAddressRules() {}

    /** The API server copies {@code clusterIP} to a list that is not there. */
    static boolean isHeadless(JsonNode spec) {
        JsonNode list = spec.path("clusterIPs");
        return spec.path("clusterIP").asText().equals("None") && list.size() < 2
                || list.size() == 1 && list.get(0).asText().equals("None");
    }

    static void check(JsonNode self, Place place) {
        if (!self.path("type").asText().equals("ExternalName")) {
            checkClusterIps(self, place);
        }
        JsonNode external = self.path("externalIPs");
        for (int i = 0; i < external.size(); i++) {
            EndpointAddresses.check(
                    external.get(i).asText(), place.field("externalIPs").index(i));
        }
        JsonNode ranges = self.path("loadBalancerSourceRanges");
        for (int i = 0; i < ranges.size(); i++) {
            String range = ranges.get(i).asText().strip();
            if (!IpText.isCidr(range)) {
                String message = "must be a CIDR block but was " + IssueText.quote(range);
                Place at = place.field("loadBalancerSourceRanges").index(i);
                at.error(IssueCode.ADDRESS_INVALID, message, "write such as 10.0.0.0/8");
            }
        }
    }

    private static void checkClusterIps(JsonNode self, Place place) {
        String first = self.path("clusterIP").asText();
        JsonNode all = self.path("clusterIPs");
        if (first.isEmpty() && !all.isEmpty()) {
            String message = "must not be set without clusterIP";
            place.field("clusterIPs").error(IssueCode.FIELD_CONFLICT, message, "set clusterIP to the first of them");
        } else if (!all.isEmpty() && !all.get(0).asText().equals(first)) {
            String message = "must start with clusterIP, " + IssueText.quote(first);
            place.field("clusterIPs").error(IssueCode.FIELD_CONFLICT, message, "change one of them");
        }
        if (all.isEmpty() && !first.isEmpty()) {
            checkClusterIp(first, self.path("ipFamilies").path(0).asText(), place.field("clusterIP"));
        }
        for (int i = 0; i < all.size(); i++) {
            String family = self.path("ipFamilies").path(i).asText();
            Place at = place.field("clusterIPs").index(i);
            if (i > 0 && all.get(i).asText().equals("None")
                    || all.size() > 1 && all.get(i).asText().equals("None")) {
                at.error(IssueCode.FIELD_CONFLICT, "None must stand alone", "remove the other values");
            } else {
                checkClusterIp(all.get(i).asText(), family, at);
            }
        }
        boolean sameFamily = all.size() == 2
                && IpText.isIpv6(all.get(0).asText())
                        == IpText.isIpv6(all.get(1).asText());
        if (sameFamily) {
            place.field("clusterIPs")
                    .index(1)
                    .error(
                            IssueCode.DUPLICATE_ITEM,
                            "must be of another family than the first",
                            "give one IPv4 and one IPv6");
        }
    }

    private static void checkClusterIp(String address, String family, Place place) {
        if (address.equals("None")) {
            return;
        }
        if (IpText.legacy(address).isEmpty()) {
            String message = "must be an IP address or None but was " + IssueText.quote(address);
            place.error(IssueCode.ADDRESS_INVALID, message, "remove it to get one from the cluster");
        } else if (!family.isEmpty() && family.equals("IPv6") != IpText.isIpv6(address)) {
            String message = "must be of family " + family + " but was " + IssueText.quote(address);
            place.error(IssueCode.ADDRESS_INVALID, message, "change the address or ipFamilies");
        }
    }
}
