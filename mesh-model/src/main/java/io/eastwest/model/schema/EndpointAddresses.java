package io.eastwest.model.schema;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.scalar.IpBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Addresses that traffic may be sent to. Mirrors kubernetes v1.35.3 {@code ValidateEndpointIP}. */
final class EndpointAddresses {
    /** Addresses that nobody else can send to. */
    private static final Map<String, List<IpBlock>> OWN = own();

    private EndpointAddresses() {}

    static void check(String address, Place place) {
        Optional<IpBlock> block = IpText.legacy(address);
        if (block.isEmpty()) {
            String message = "must be an IP address but was " + IssueText.quote(address);
            place.error(IssueCode.ADDRESS_INVALID, message, "write such as 10.0.0.7");
            return;
        }
        OWN.forEach((range, blocks) -> {
            if (blocks.stream().anyMatch(own -> own.contains(block.get()))) {
                String message = "must not be " + range + " but was " + IssueText.quote(address);
                place.error(IssueCode.ADDRESS_INVALID, message, "use an address that others can reach");
            }
        });
    }

    private static Map<String, List<IpBlock>> own() {
        Map<String, List<IpBlock>> ranges = new LinkedHashMap<>();
        ranges.put("the unspecified address", blocks("0.0.0.0", "::"));
        ranges.put("a loopback address", blocks("127.0.0.0/8", "::1"));
        ranges.put("a link-local address", blocks("169.254.0.0/16", "fe80::/10"));
        ranges.put("a link-local multicast address", blocks("224.0.0.0/24", "ff02::/16"));
        return ranges;
    }

    private static List<IpBlock> blocks(String ofIpv4, String ofIpv6) {
        return List.of(
                IpBlock.parse(ofIpv4).orElseThrow(), IpBlock.parse(ofIpv6).orElseThrow());
    }
}
