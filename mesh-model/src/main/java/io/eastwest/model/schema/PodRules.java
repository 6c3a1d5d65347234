package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Kubernetes asks of pods beyond bounds and forms. */
final class PodRules {
    private static final String CHANGE_ONE = "change one of them";

    private PodRules() {}

    /** A name of another object, where an empty text is as good as none. */
    static void checkReference(JsonNode self, Place place) {
        if (!self.textValue().isEmpty()) {
            KubernetesForms.DNS_SUBDOMAIN.check(self, place);
        }
    }

    static void checkPortName(JsonNode self, Place place) {
        String name = self.textValue();
        if (!name.isEmpty() && !KubernetesForms.isPortName(name)) {
            String message = "must be " + KubernetesForms.PORT_NAME.words() + " but was " + IssueText.quote(name);
            place.error(IssueCode.TEXT_MALFORMED, message, "");
        }
    }

    /** Ports of one container have names of their own; other containers may repeat them. */
    static void checkPortNames(JsonNode self, Place place) {
        Map<String, String> met = new LinkedHashMap<>();
        for (int i = 0; i < self.size(); i++) {
            checkName(self.get(i), "entry " + i, met, place.index(i));
        }
    }

    static void checkContainerNames(JsonNode self, Place place) {
        Map<String, String> met = new LinkedHashMap<>();
        for (String list : new String[] {"containers", "initContainers"}) {
            JsonNode containers = self.path(list);
            for (int i = 0; i < containers.size(); i++) {
                checkName(
                        containers.get(i),
                        list + "[" + i + "]",
                        met,
                        place.field(list).index(i));
            }
        }
    }

    /** Containers of one pod share the ports of its node; in its network namespace they are the ports themselves. */
    static void checkHostPorts(JsonNode self, Place place) {
        boolean hostNetwork = self.path("hostNetwork").asBoolean();
        Map<String, String> met = new LinkedHashMap<>();
        JsonNode containers = self.path("containers");
        for (int i = 0; i < containers.size(); i++) {
            JsonNode ports = containers.get(i).path("ports");
            for (int j = 0; j < ports.size(); j++) {
                JsonNode port = ports.get(j);
                int number = port.path("containerPort").asInt();
                int hostPort = port.path("hostPort").asInt(hostNetwork ? number : 0);
                Place at = place.field("containers").index(i).field("ports").index(j);
                if (hostNetwork && hostPort != number) {
                    String message = "must be containerPort, " + number + ", with hostNetwork but was " + hostPort;
                    at.field("hostPort").error(IssueCode.FIELD_CONFLICT, message, "remove it");
                }
                String key = port.path("protocol").asText() + " "
                        + port.path("hostIP").asText() + " " + hostPort;
                String first = hostPort == 0 ? null : met.putIfAbsent(key, "containers[" + i + "].ports[" + j + "]");
                if (first != null) {
                    String message = "takes the port " + hostPort + " of the node, as does " + first;
                    at.error(IssueCode.DUPLICATE_ITEM, message, CHANGE_ONE);
                }
            }
        }
    }

    static void checkVariable(JsonNode self, Place place) {
        String name = self.textValue();
        if (name.isEmpty() || name.chars().anyMatch(c -> c < ' ' || c > '~' || c == '=')) {
            String message = "must be visible ASCII without = but was " + IssueText.quote(name);
            place.error(IssueCode.TEXT_MALFORMED, message, "rename the variable");
        }
    }

    static void checkRestart(JsonNode self, Place place) {
        if (!self.textValue().equals("Always")) {
            String message = "must be Always, as the pods of this kind run until they are stopped, but was "
                    + IssueText.quote(self.textValue());
            place.error(IssueCode.UNKNOWN_ENUM_VALUE, message, "remove it");
        }
    }

    static void refuseDeadline(JsonNode self, Place place) {
        if (self.has("activeDeadlineSeconds")) {
            String message = "must not be set: the pods of this kind run until they are stopped";
            place.field("activeDeadlineSeconds").error(IssueCode.FIELD_CONFLICT, message, "remove it");
        }
    }

    private static void checkName(JsonNode self, String who, Map<String, String> met, Place place) {
        String name = self.path("name").asText();
        String first = name.isEmpty() ? null : met.putIfAbsent(name, who);
        if (first != null) {
            String message = "must differ but " + IssueText.quote(name) + " is also the name of " + first;
            place.field("name").error(IssueCode.DUPLICATE_ITEM, message, CHANGE_ONE);
        }
    }
}
