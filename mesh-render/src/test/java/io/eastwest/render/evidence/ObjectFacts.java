package io.eastwest.render.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.writer.ManifestWriter;

/** The facts of a plain object, in the form of the recorded ones. */
public final class ObjectFacts {
    private ObjectFacts() {}

    public static JsonNode of(MeshResource resource) {
        JsonNode tree = ManifestWriter.toTree(resource);
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        JsonNode spec = tree.path("spec");
        JsonNode network = tree.path("metadata").path("labels").path("topology.istio.io/network");
        switch (resource.kind()) {
            case "Deployment" -> deployment(spec, facts);
            case "Service" -> {
                set(facts, "network", network);
                set(facts, "type", spec.path("type"));
                set(facts, "selector", spec.path("selector"));
                ArrayNode ports = facts.putArray("ports");
                spec.path("ports").forEach(port -> ports.add(port(port)));
            }
            case "HorizontalPodAutoscaler" -> {
                set(facts, "min", spec.path("minReplicas"));
                set(facts, "max", spec.path("maxReplicas"));
                set(facts, "target", spec.path("scaleTargetRef").path("name"));
            }
            default -> {}
        }
        return facts;
    }

    private static void deployment(JsonNode spec, ObjectNode facts) {
        JsonNode template = spec.path("template");
        JsonNode container = template.path("spec").path("containers").path(0);
        set(facts, "container", container.path("name"));
        set(facts, "image", container.path("image"));
        set(facts, "selector", spec.path("selector").path("matchLabels"));
        set(facts, "podLabels", template.path("metadata").path("labels"));
        set(facts, "podAnnotations", template.path("metadata").path("annotations"));
        set(facts, "serviceAccount", template.path("spec").path("serviceAccountName"));
        ArrayNode ports = facts.putArray("containerPorts");
        container
                .path("ports")
                .forEach(port -> ports.add(port.path("containerPort").asText() + " "
                        + port.path("name").asText()));
        ObjectNode env = JsonNodeFactory.instance.objectNode();
        container.path("env").forEach(variable -> env.set(variable.path("name").asText(), variable.path("value")));
        if (!env.isEmpty()) {
            facts.set("env", env);
        }
    }

    private static String port(JsonNode port) {
        String target = port.path("targetPort").asText();
        String text = port.path("name").asText() + " " + port.path("port").asText();
        return target.equals(port.path("port").asText()) ? text : text + "->" + target;
    }

    private static void set(ObjectNode facts, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            facts.set(name, value);
        }
    }
}
