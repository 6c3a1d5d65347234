package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the ports of one Service differ: by name, by number and protocol, by node port and protocol. */
final class ServicePortRules {
    private ServicePortRules() {}

    static void check(JsonNode self, Place place) {
        Map<String, Integer> names = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Map<String, Integer> nodePorts = new LinkedHashMap<>();
        for (int i = 0; i < self.size(); i++) {
            JsonNode port = self.get(i);
            Place at = place.index(i);
            String protocol = "/" + port.path("protocol").asText();
            checkName(port.path("name").asText(), self.size() > 1, names, i, at.field("name"));
            Integer same = numbers.putIfAbsent(port.path("port").asText() + protocol, i);
            if (same != null) {
                at.error(IssueCode.DUPLICATE_ITEM, "has the port and protocol of entry " + same, "remove one of them");
            }
            int nodePort = port.path("nodePort").asInt();
            Integer taken = nodePort == 0 ? null : nodePorts.putIfAbsent(nodePort + protocol, i);
            if (taken != null) {
                String message = "must differ but " + nodePort + " is also the nodePort of entry " + taken;
                at.field("nodePort").error(IssueCode.DUPLICATE_ITEM, message, "change one of them");
            }
        }
    }

    private static void checkName(String name, boolean several, Map<String, Integer> names, int position, Place place) {
        Integer same = name.isEmpty() ? null : names.putIfAbsent(name, position);
        if (name.isEmpty() && several) {
            String message = "required beside other ports but not set";
            place.error(IssueCode.MISSING_FIELD, message, "give every port a name such as http-web");
        } else if (same != null) {
            String message = "must differ but " + IssueText.quote(name) + " is also the name of entry " + same;
            place.error(IssueCode.DUPLICATE_ITEM, message, "change one of them");
        }
    }
}
