package io.eastwest.pki.certmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.scalar.GoDuration;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.pki.key.KeyAlgorithm;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Small trees for manifests of kinds that are not modelled. */
final class Yaml {
    private static final String API_VERSION = "cert-manager.io/v1";

    private Yaml() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list(List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return list;
    }

    static ArrayNode list(String... values) {
        return list(Arrays.asList(values));
    }

    /** A resource of cert-manager with an empty spec, which is returned through {@code spec}. */
    static ObjectNode resource(String kind, String namespace, String name, JsonNode spec) {
        ObjectNode resource = object().put("apiVersion", API_VERSION).put("kind", kind);
        resource.set("metadata", object().put("name", name).put("namespace", namespace));
        resource.set("spec", spec);
        return resource;
    }

    static ObjectNode reference(IssuerReference issuer) {
        return object().put("name", issuer.name()).put("kind", issuer.kind()).put("group", "cert-manager.io");
    }

    static ObjectNode privateKey(KeyAlgorithm algorithm) {
        return object().put("algorithm", algorithm.family().equals("RSA") ? "RSA" : "ECDSA")
                .put("size", algorithm.bits())
                .put("rotationPolicy", "Always");
    }

    static String duration(Duration duration) {
        return GoDuration.format(duration);
    }

    static String text(JsonNode... documents) {
        return Arrays.stream(documents).map(ManifestWriter::toYaml).collect(Collectors.joining("---\n"));
    }
}
