package io.eastwest.model.schema;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.Locale;

/** Addresses that traffic may be sent to. Mirrors kubernetes v1.35.3 {@code ValidateEndpointIP}. */
final class EndpointAddresses {
    private EndpointAddresses() {}

    static void check(String address, Place place) {
        String range = range(address);
        if (!IpText.isLegacyIp(address)) {
            String message = "must be an IP address but was " + IssueText.quote(address);
            place.error(IssueCode.ADDRESS_INVALID, message, "write such as 10.0.0.7");
        } else if (!range.isEmpty()) {
            String message = "must not be " + range + " but was " + IssueText.quote(address);
            place.error(IssueCode.ADDRESS_INVALID, message, "use an address that others can reach");
        }
    }

    /** What an address is that nobody else can send to; empty for others. */
    private static String range(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        if (text.equals("0.0.0.0") || text.equals("::")) {
            return "the unspecified address";
        }
        if (text.startsWith("127.") || text.equals("::1")) {
            return "a loopback address";
        }
        if (text.startsWith("169.254.") || text.matches("fe[89ab].:.*")) {
            return "a link-local address";
        }
        return text.startsWith("224.0.0.") || text.startsWith("ff02:") ? "a link-local multicast address" : "";
    }
}
